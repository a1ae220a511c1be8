"""Levenberg-Marquardt with bounds: the posture that comes nearest to all wishes at once.

    (J^T J + damping D) step = -J^T r      on the coordinates that may still move; then held within their bounds
D is the diagonal of J^T J with a floor. Damping falls by 3 after a step that helps and grows by 4 after one that does
not. Source: Nocedal & Wright 2006, Numerical Optimization, ch. 10, with a projection on the bounds.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from karani.body.space import Space

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Evaluate = Callable[[Vector], tuple[Vector, Matrix]]

FIRST_DAMPING = 1e-2
LEAST_DAMPING = 1e-7
MOST_DAMPING = 1e6
SMALL_STEP = 2e-4
LONGEST_STEP = 0.5
FLOOR = 1e-3
MOST_ROUNDS, WORTH_A_ROUND = 3, 1e-3
"""A search that damping has stopped at an edge begins again where it stands, while that helps by this share."""


@dataclass(frozen=True)
class Fit:
    x: Vector
    cost: float
    steps: int


def settled(evaluate: Evaluate, space: Space, start: Vector, most_steps: int) -> Fit:
    """Least squares from `start`, begun again where it stopped until that no longer helps."""
    fit = least_squares(evaluate, space, start, most_steps)
    for _ in range(MOST_ROUNDS - 1):
        again = least_squares(evaluate, space, fit.x, most_steps)
        gain, fit = fit.cost - again.cost, again
        if gain < WORTH_A_ROUND * fit.cost:
            break
    return fit


def least_squares(evaluate: Evaluate, space: Space, start: Vector, most_steps: int) -> Fit:
    """From `start`; `evaluate(x)` gives residuals (rows,) and derivatives (rows, free)."""
    x, damping = start, FIRST_DAMPING
    residual, jacobian = evaluate(x)
    cost = float(residual @ residual)
    for count in range(most_steps):
        step = bounded_step(space, x, residual, jacobian, damping)
        after = space.moved(x, step)
        new_residual, new_jacobian = evaluate(after)
        new_cost = float(new_residual @ new_residual)
        if new_cost < cost:
            done = np.abs(step).max() < SMALL_STEP or cost - new_cost < 1e-5 * cost
            x, residual, jacobian, cost = after, new_residual, new_jacobian, new_cost
            damping = max(damping / 3, LEAST_DAMPING)
            if done:
                return Fit(x, cost, count + 1)
        else:
            damping *= 4
            if damping > MOST_DAMPING or np.abs(step).max() < SMALL_STEP / 10:
                return Fit(x, cost, count + 1)
    return Fit(x, cost, most_steps)


def bounded_step(space: Space, x: Vector, residual: Vector, jacobian: Matrix, damping: float) -> Vector:
    here = x[space.first]
    gradient = jacobian.T @ residual
    stuck = ((here <= space.low) & (gradient > 0)) | ((here >= space.high) & (gradient < 0))
    free = np.flatnonzero(~stuck)
    normal = jacobian[:, free].T @ jacobian[:, free]
    normal[np.diag_indices(len(free))] += damping * np.maximum(normal.diagonal(), FLOOR)
    step = np.zeros(space.count)
    step[free] = cho_solve(cho_factor(normal), -gradient[free])
    step *= min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-12))
    return np.clip(here + step, space.low, space.high) - here

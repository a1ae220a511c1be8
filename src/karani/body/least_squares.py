"""Levenberg-Marquardt with bounds: the posture that comes nearest to all wishes at once.

    (J^T J + damping D) step = -J^T r      on the coordinates that may still move; then held within their bounds
D is the diagonal of J^T J with a floor. Damping falls after a step that kept what it promised and grows ever faster after
steps that did not help. Sources: Nocedal & Wright 2006, Numerical Optimization, ch. 10, with a projection on the bounds;
damping after Madsen, Nielsen & Tingleff 2004, Methods for non-linear least squares problems, ch. 3.2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.lapack import dposv

from karani.body.space import Space

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Evaluate = Callable[[Vector], tuple[Vector, Matrix]]

FIRST_DAMPING = 1e-2
LEAST_DAMPING = 1e-7
FIRST_GROWTH = 4.0
SMALL_GAIN = 1e-4
"""A step that promises less than this share of the cost is not worth going."""
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
    damping = FIRST_DAMPING
    here = slope_at(evaluate, start)
    for count in range(most_steps):
        step, hoped = bounded_step(space, here, damping)
        if hoped < SMALL_GAIN * here.cost:
            return Fit(here.x, here.cost, count)
        after = slope_at(evaluate, space.moved(here.x, step))
        if after.cost < here.cost:
            damping = max(damping / 3, LEAST_DAMPING)
            here = after
        else:
            damping *= 4
    return Fit(here.x, here.cost, most_steps)


def relief(kept: float) -> float:
    """What damping falls to after a step that kept this share of what it had promised."""
    return max(1 / 3, 1 - (2 * kept - 1) ** 3)


@dataclass(frozen=True)
class Slope:
    """Cost r.r at some coordinates, and how it changes with the free ones."""

    x: Vector
    cost: float
    residual: Vector
    jacobian: Matrix

    @cached_property
    def gradient(self) -> Vector:
        return self.residual @ self.jacobian

    @cached_property
    def normal(self) -> Matrix:
        return self.jacobian.T @ self.jacobian


def slope_at(evaluate: Evaluate, x: Vector) -> Slope:
    residual, jacobian = evaluate(x)
    return Slope(x, float(residual @ residual), residual, jacobian)


def bounded_step(space: Space, at: Slope, damping: float) -> tuple[Vector, float]:
    """The step, and by how much the cost falls if all goes on as it does here."""
    here, gradient = at.x[space.first], at.gradient
    stuck = ((here <= space.low) & (gradient > 0)) | ((here >= space.high) & (gradient < 0))
    free = np.flatnonzero(~stuck)
    normal = at.normal[np.ix_(free, free)]
    normal[np.diag_indices(len(free))] += damping * np.maximum(normal.diagonal(), FLOOR)
    step = np.zeros(space.count)
    step[free] = dposv(normal, -gradient[free])[1]
    step *= min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-12))
    step = (here + step).clip(space.low, space.high) - here
    return step, -float(2 * gradient @ step + step @ at.normal @ step)

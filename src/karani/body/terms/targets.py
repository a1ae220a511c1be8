"""Joint angles near the pose's own; a soft wish, firm where the pose lives by it."""

from dataclasses import dataclass

import numpy as np

from karani.body.motion import Motion
from karani.body.rotation import matrix_of
from karani.body.space import TURN, Space
from karani.body.terms.term import Matrix, Rows, Vector


@dataclass(frozen=True)
class Targets:
    """residual = weight (x - target); the pelvis' turn is compared as a turn."""

    space: Space
    target: Vector  # (coordinates,)
    weights: Vector  # (coordinates,)

    def rows(self, motion: Motion) -> Rows:
        first = self.space.first
        away = motion.x - self.target
        away[TURN] = turn_between(self.target[TURN], motion.x[TURN])
        weights = self.weights[first]
        return weights * away[first], np.diag(weights)


def turn_between(target: Vector, turn: Vector) -> Vector:
    """The small turn, in the body's own frame, that leads from `target` to `turn`."""
    between: Matrix = matrix_of(target).T @ matrix_of(turn)
    skew: Vector = 0.5 * np.array([
        between[2, 1] - between[1, 2],
        between[0, 2] - between[2, 0],
        between[1, 0] - between[0, 1],
    ])  # fmt: skip
    return skew

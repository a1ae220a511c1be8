"""Limbs and trunk as capsules, for what rests on them and what must not go through them."""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.flesh import Flesh

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Capsule:
    """Ends [m] in the segment's frame; the radius is that of its flesh."""

    segment: int
    start: Vector
    end: Vector
    radius: float

    def nearest(self, data: mujoco.MjData, points: Matrix) -> Matrix:
        """For each point the nearest of the capsule's axis, (points, 3) in the world."""
        turn, place = data.xmat[self.segment].reshape(3, 3), data.xpos[self.segment]
        start, end = turn @ self.start + place, turn @ self.end + place
        line = end - start
        share = ((points - start) @ line / max(float(line @ line), 1e-9)).clip(0, 1)
        nearest: Matrix = start + share[:, None] * line
        return nearest


def capsule_of(flesh: Flesh, segment: int) -> Capsule:
    """The capsule round a segment's flesh: along its longest side, as thick as most of its points stand off."""
    points = flesh.places[flesh.segments == segment]
    low, high = points.min(axis=0), points.max(axis=0)
    axis = int((high - low).argmax())
    middle = (low + high) / 2
    across = np.delete(points - middle, axis, axis=1)
    radius = float(np.median(np.linalg.norm(across, axis=1)))
    start, end = middle.copy(), middle.copy()
    start[axis] = min(low[axis] + radius, middle[axis])
    end[axis] = max(high[axis] - radius, middle[axis])
    return Capsule(segment, start, end, radius)

"""A distance that somebody chose: buttocks from the wall, one foot from the other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.placing import Placing
from karani.body.terms.term import PER_METER, Rows


@dataclass(frozen=True)
class SurfaceDistance:
    """The nearest of the points is this far from a surface."""

    carrier: Carrier
    points: NDArray[np.int64]
    surface: Placing
    distance_m: float

    def rows(self, motion: Motion) -> Rows:
        distances, directions = self.surface.at(motion).distances(motion.points[self.points])
        nearest = int(distances.argmin())
        point = self.points[nearest : nearest + 1]
        row = motion.rows(self.carrier, point, directions[nearest][None])
        return np.array([PER_METER * (distances[nearest] - self.distance_m)]), PER_METER * row


@dataclass(frozen=True)
class MeanPlace:
    """The mean of some points has this place along a direction."""

    carrier: Carrier
    points: NDArray[np.int64]
    direction: NDArray[np.float64]
    place_m: float

    def rows(self, motion: Motion) -> Rows:
        directions = np.tile(self.direction, (len(self.points), 1))
        row = motion.rows(self.carrier, self.points, directions).mean(axis=0)[None]
        away = motion.points[self.points].mean(axis=0) @ self.direction - self.place_m
        return np.array([PER_METER * away]), PER_METER * row

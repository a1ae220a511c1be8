"""Nothing goes through a surface: the deepest point of every segment comes out again."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.placing import Placing
from karani.body.surfaces import Surface
from karani.body.terms.term import FREE_DEPTH_M, PER_METER_THROUGH, Rows, Vector, lowest_of_each


@dataclass(frozen=True)
class Clearance:
    """`watched`: the points that count, sorted by segment."""

    carrier: Carrier
    surface: Placing
    watched: NDArray[np.int64]

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where each segment's points begin among the watched."""
        places = self.carrier.place[self.watched]
        return np.flatnonzero(np.r_[True, places[1:] != places[:-1]])

    def rows(self, motion: Motion) -> Rows:
        surface = self.surface.at(motion)
        depths = self.depths(surface, motion)
        if depths.max() <= FREE_DEPTH_M:
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        deepest = lowest_of_each(-depths, self.starts)
        deepest = deepest[depths[deepest] > FREE_DEPTH_M]
        points = self.watched[deepest]
        directions = surface.distances(motion.points[points])[1]
        rows = motion.rows(self.carrier, points, directions) - self.surface.rows(
            motion, self.carrier, directions
        )
        return PER_METER_THROUGH * (FREE_DEPTH_M - depths[deepest]), PER_METER_THROUGH * rows

    def depth(self, motion: Motion) -> float:
        """How deep the deepest point is [m]."""
        return max(0.0, float(self.depths(self.surface.at(motion), motion).max()))

    def depths(self, surface: Surface, motion: Motion) -> Vector:
        points = motion.points if len(self.watched) == len(motion.points) else motion.points[self.watched]
        distances, _ = surface.distances(points)
        return np.where(surface.covers(points), -distances, -np.inf)

"""Nothing goes through a surface: the deepest point of every segment comes out again."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.placing import Placing
from karani.body.terms.term import FREE_DEPTH_M, PER_METER_THROUGH, Rows, Vector


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
        depths = self.depths(motion)
        deepest = deepest_of_each(depths, self.starts)
        deepest = deepest[depths[deepest] > FREE_DEPTH_M]
        points = self.watched[deepest]
        directions = self.surface.at(motion).distances(motion.points[points])[1]
        residual = PER_METER_THROUGH * (FREE_DEPTH_M - depths[deepest])
        return residual, PER_METER_THROUGH * motion.rows(self.carrier, points, directions)

    def depth(self, motion: Motion) -> float:
        """How deep the deepest point is [m]."""
        return max(0.0, float(self.depths(motion).max()))

    def depths(self, motion: Motion) -> Vector:
        points = motion.points[self.watched]
        surface = self.surface.at(motion)
        distances, _ = surface.distances(points)
        return np.where(surface.covers(points), -distances, -np.inf)


def deepest_of_each(depths: Vector, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of the greatest depth in each group."""
    ends = np.r_[starts[1:], len(depths)]
    places = [start + depths[start:end].argmax() for start, end in zip(starts, ends, strict=True)]
    return np.array(places, dtype=np.int64)

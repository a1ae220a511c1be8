"""A part touches a surface: its nearest point lies on it, pressed in by a few millimeters."""

from dataclasses import dataclass

import numpy as np

from karani.body.motion import Carrier, Motion
from karani.body.parts import Patch
from karani.body.placing import Placing
from karani.body.terms.term import PER_METER, REST_DEPTH_M, Rows


@dataclass(frozen=True)
class Touch:
    """Where a patch is nearest to its surface; gap [m], negative when pressed in."""

    point: int
    gap: float
    direction: np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Contact:
    carrier: Carrier
    patch: Patch
    surface: Placing
    weight: float = 1.0

    def rows(self, motion: Motion) -> Rows:
        touch = self.touch(motion)
        points = np.array([touch.point])
        row = motion.rows(self.carrier, points, touch.direction[None])
        scale = PER_METER * self.weight
        return np.array([scale * (touch.gap + REST_DEPTH_M)]), scale * row

    def touch(self, motion: Motion) -> Touch:
        points = self.patch.points
        distances, directions = self.surface.at(motion).distances(motion.points[points])
        nearest = int(distances.argmin())
        return Touch(int(points[nearest]), float(distances[nearest]), directions[nearest])

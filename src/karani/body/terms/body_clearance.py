"""Limbs do not go through each other: no point of one lies deeper in the other than its flesh gives way."""

from dataclasses import dataclass

import numpy as np

from karani.body.capsules import Capsule
from karani.body.motion import Carrier, Motion
from karani.body.terms.body_contact import Nearest, nearest_to
from karani.body.terms.term import PER_METER_THROUGH, Numbers, Rows


@dataclass(frozen=True)
class BodyClearance:
    """Points of one segment against a limb; `sided`: they have not passed it either."""

    carrier: Carrier
    points: Numbers
    capsule: Capsule
    gives_m: float
    sided: bool = False

    def rows(self, motion: Motion) -> Rows:
        nearest = self.nearest(motion)
        short = nearest.distance_m + self.gives_m
        if short >= 0:
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        row = nearest.row(self.carrier, motion, self.capsule)
        return np.array([PER_METER_THROUGH * short]), PER_METER_THROUGH * row

    def nearest(self, motion: Motion) -> Nearest:
        return nearest_to(self.capsule, motion, self.points, sided=self.sided)

    def depth(self, motion: Motion) -> float:
        """How far beyond what gives way [m]."""
        return max(0.0, -self.nearest(motion).distance_m - self.gives_m)

    @property
    def segment(self) -> int:
        return int(self.carrier.body.flesh.segments[self.points[0]])

    @property
    def pair(self) -> str:
        model = self.carrier.body.model
        return " and ".join(model.body(number).name for number in (self.segment, self.capsule.segment))

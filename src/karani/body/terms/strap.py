"""A strap is pulled and never pushes: its ends come no farther from each other than it is long."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.terms.term import PER_METER, Rows

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class StrapLink:
    """Between the middles of two patches of flesh; `taut` straps are pulled straight."""

    carrier: Carrier
    parts: tuple[str, str]
    ends: tuple[Numbers, Numbers]
    length_m: float
    taut: bool
    around: bool
    """Whether it lies around both ends, not between them."""

    def rows(self, motion: Motion) -> Rows:
        excess, direction = self.excess(motion)
        if excess == 0:
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        here, there = (
            motion.rows(self.carrier, end, np.tile(direction, (len(end), 1))).mean(axis=0)
            for end in self.ends
        )
        return np.array([PER_METER * excess]), PER_METER * (there - here)[None]

    def excess(self, motion: Motion) -> tuple[float, Vector]:
        """How much longer the way is than the strap [m], and its direction; 0 while it hangs."""
        here, there = (motion.points[end].mean(axis=0) for end in self.ends)
        way = there - here
        length = max(float(np.linalg.norm(way)), 1e-9)
        longer = length - self.length_m
        return (longer if self.taut else max(longer, 0.0)), way / length

"""Hamstrings let the hip bend only so far: less with straight knees, more with bent ones.

    hip flexion - KNEE_SHARE knee flexion <= straight-leg raise - EASE       [deg]
The share is the ratio of the hamstrings' arms at knee and hip. A raised leg is pulled up to its limit by somebody
else; who rests stays a little below it (EASE, from docs/models/body.md).
"""

from dataclasses import dataclass

import numpy as np

from karani.body.motion import Motion
from karani.body.space import Space
from karani.body.terms.term import Rows

KNEE_SHARE = 0.6
EASE_DEG = 7.0
FIRMNESS = 3.0


@dataclass(frozen=True)
class Hamstrings:
    space: Space
    hip: int
    knee: int
    limit: float

    def rows(self, motion: Motion) -> Rows:
        over = motion.x[self.hip] - KNEE_SHARE * motion.x[self.knee] - self.limit
        row = np.zeros((1, self.space.count))
        if over <= 0:
            return np.zeros(0), row[:0]
        row[0, self.space.column[self.hip]] = FIRMNESS
        row[0, self.space.column[self.knee]] = -KNEE_SHARE * FIRMNESS
        return np.array([FIRMNESS * over]), row


def hamstring_limit(straight_leg_raise_deg: float) -> float:
    """[rad]"""
    return float(np.radians(straight_leg_raise_deg - EASE_DEG))

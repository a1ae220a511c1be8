"""What all wishes have in common."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Motion

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Rows = tuple[Vector, Matrix]
"""Residuals (rows,) and their derivatives by the free coordinates (rows, free)."""

PER_METER = 50.0
"""Weight of a length against an angle in radians: 1 mm counts as much as 2.9 deg."""
PER_METER_THROUGH = 80.0
"""Going through something weighs more than standing off."""
REST_DEPTH_M = 0.004
"""Flesh that carries weight is pressed in a little."""
FREE_DEPTH_M = 0.006
"""Deeper than this counts as going through."""


class Term(Protocol):
    def rows(self, motion: Motion) -> Rows: ...


def lowest_of_each(values: Vector, starts: Numbers) -> Numbers:
    """The place of the least value in each group; `starts`: where the groups begin, (groups,)."""
    counts = np.diff(np.append(starts, len(values)))
    group = np.repeat(np.arange(len(starts)), counts)
    lowest = np.flatnonzero(values == np.minimum.reduceat(values, starts)[group])
    places: Numbers = lowest[np.searchsorted(group[lowest], np.arange(len(starts)))]
    return places

"""The coordinates that a solver may change: all of them, or those of one side when left mirrors right.

    x = x0 + spread y      spread is (coordinates, free coordinates), each row with at most one 1
In a mirrored space left follows right, and what would break the mirror (sideways places and turns) stays as it is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body.coordinates import Coordinates
from karani.body.rotation import turned_by

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]

MIRROR_BREAKING = {
    "pelvis_x",
    "pelvis_turn_y",
    "pelvis_turn_z",
    "lat_bending",
    "axial_rotation",
    "thoracic_bend",
    "thoracic_rotation",
    "neck_bend",
    "neck_rotation",
}
FIXED = {"finger_flexion_r", "finger_flexion_l"}
TURN = slice(3, 6)


@dataclass(frozen=True)
class Space:
    """`column` gives for each coordinate its place among the free ones, or -1."""

    column: Numbers  # (coordinates,)
    first: Numbers  # (free,) one coordinate for each free one
    low: Vector  # (free,)
    high: Vector  # (free,)

    @property
    def count(self) -> int:
        return len(self.first)

    def moved(self, x: Vector, step: Vector) -> Vector:
        """The coordinates after a step of the free ones; the pelvis turns in its own frame."""
        whole = np.where(self.column >= 0, step[self.column], 0.0)
        after = x + whole
        after[TURN] = turned_by(x[TURN], whole[TURN])
        return after


def whole_space(coordinates: Coordinates) -> Space:
    return space_of(coordinates, [name for name in coordinates.names if name not in FIXED], {})


def mirrored_space(coordinates: Coordinates) -> Space:
    free = [
        name
        for name in coordinates.names
        if name not in FIXED and name not in MIRROR_BREAKING and not name.endswith("_l")
    ]
    follow = {name: name[:-2] + "_r" for name in coordinates.names if name.endswith("_l")}
    return space_of(coordinates, free, follow)


def space_of(coordinates: Coordinates, free: list[str], follow: dict[str, str]) -> Space:
    place = {name: number for number, name in enumerate(free)}
    column = np.array([place.get(follow.get(name, name), -1) for name in coordinates.names])
    first = np.array([coordinates.number(name) for name in free])
    return Space(column, first, coordinates.low[first], coordinates.high[first])

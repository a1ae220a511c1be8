"""Where the surfaces of a pose lie. Floor and wall stand still; a prop goes where the part that rests on it goes."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Motion
from karani.body.props import prop_sizes
from karani.body.rotation import matrix_of, turn_about
from karani.body.surfaces import FLOOR, WALL, Roll, Slab, Surface
from karani.library.pose import SurfaceSpec

Numbers = NDArray[np.int64]
ACROSS = np.array([1.0, 0, 0])
THICKEST_M = 0.12
"""What lies deeper under a top than this is under the prop, not in it."""


class Placing(Protocol):
    @property
    def name(self) -> str: ...

    def at(self, motion: Motion) -> Surface: ...


@dataclass(frozen=True)
class Standing:
    """A surface that stays where it is."""

    surface: Surface

    @property
    def name(self) -> str:
        return self.surface.name

    def at(self, motion: Motion) -> Surface:  # noqa: ARG002 - it stays for every motion
        return self.surface


@dataclass(frozen=True)
class SlabUnder:
    """A slab whose middle lies under the mean of some points; its top is at `height_m` there."""

    spec: SurfaceSpec
    points: Numbers
    middle_x: bool
    """Whether it lies on the body's midline, whatever the points do."""

    @property
    def name(self) -> str:
        return self.spec.surface

    def at(self, motion: Motion) -> Surface:
        sizes = prop_sizes(self.name)
        middle = place_under(self, motion, self.spec.height_cm / 100)
        turn = matrix_of(turn_about("x", self.spec.slope_deg))
        return Slab(self.name, middle, turn, sizes["across"] / 200, sizes["along"] / 200, THICKEST_M)


@dataclass(frozen=True)
class RollUnder:
    """A roll across the body under some points; its top is at `height_m`."""

    spec: SurfaceSpec
    points: Numbers
    middle_x: bool

    @property
    def name(self) -> str:
        return self.spec.surface

    def at(self, motion: Motion) -> Surface:
        radius = self.spec.height_cm / 200
        middle = place_under(self, motion, radius)
        return Roll(self.name, middle, ACROSS, radius, prop_sizes(self.name)["across"] / 200)


def place_under(placed: SlabUnder | RollUnder, motion: Motion, height_m: float) -> NDArray[np.float64]:
    x, y, _ = motion.points[placed.points].mean(axis=0)
    return np.array([0.0 if placed.middle_x else x, y + placed.spec.offset_cm / 100, height_m])


STANDING = {"floor": Standing(FLOOR), "wall": Standing(WALL)}

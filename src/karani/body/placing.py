"""Where the surfaces of a pose lie. Floor and wall stand still; a prop goes where the part that rests on it goes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.props import footprint_cm, prop_sizes
from karani.body.rotation import matrix_of, turn_about
from karani.body.surfaces import FLOOR, WALL, Roll, Slab, Surface
from karani.library.pose import SurfaceSpec

Numbers = NDArray[np.int64]
Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

ON_THE_BACK = np.eye(3)
ON_THE_SIDE = np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])
CHAIR_BACK, CHAIR_RAIL = "chair-back", "chair-rail"
BACK_HEIGHT_M, RAIL_RADIUS_M = 0.42, 0.017
"""Of a chair's back rest above the seat, and half as thick as its upper edge."""
LEVEL = 1e-9
"""A direction's share across the floor that counts."""
LEVEL_AXES = np.eye(3)[:2]
BACK_STANDS = {"ahead": -1.0, "behind": 1.0}


class Placing(Protocol):
    @property
    def name(self) -> str: ...

    def at(self, motion: Motion) -> Surface: ...

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
        """How far it moves itself in these directions, by the free coordinates: (directions, free)."""
        ...


@dataclass(frozen=True)
class Standing:
    """A surface that stays where it is."""

    surface: Surface

    @property
    def name(self) -> str:
        return self.surface.name

    def at(self, motion: Motion) -> Surface:  # noqa: ARG002 - it stays for every motion
        return self.surface

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:  # noqa: ARG002 - it stays
        return np.zeros((len(directions), carrier.space.count))


@dataclass(frozen=True)
class SlabUnder:
    """A slab whose middle lies under the mean of some points; its top is at `height_m` there."""

    spec: SurfaceSpec
    points: Numbers
    middle_x: bool
    """Whether it lies on the body's midline, whatever the points do."""
    lie: Matrix
    """How the body lies: across, towards the head, up."""

    @property
    def name(self) -> str:
        return self.spec.surface

    def at(self, motion: Motion) -> Surface:
        across, along = halves_of(self.spec)
        middle = place_under(self, motion, self.spec.height_cm / 100)
        return Slab(self.name, middle, self.turn, across, along, self.spec.thickness_cm / 100)

    @cached_property
    def turn(self) -> Matrix:
        return self.lie @ matrix_of(turn_about("x", self.spec.slope_deg))

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
        return rows_under(self, motion, carrier, directions)


@dataclass(frozen=True)
class BackOf:
    """The back rest of a chair: its front, which limbs lean on and do not go through."""

    seat: SlabUnder

    @property
    def name(self) -> str:
        return CHAIR_BACK

    def at(self, motion: Motion) -> Surface:
        across, along = halves_of(self.seat.spec)
        seat = self.seat.at(motion)
        assert isinstance(seat, Slab)
        away = BACK_STANDS[self.seat.spec.back] * seat.turn[:, 1]
        up = seat.turn[:, 2]
        middle = seat.middle + along * away + BACK_HEIGHT_M / 2 * up
        turn = np.column_stack([np.cross(up, -away), up, -away])
        return Slab(self.name, middle, turn, across, BACK_HEIGHT_M / 2, 0.05)

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
        return self.seat.rows(motion, carrier, directions)


@dataclass(frozen=True)
class RailOf:
    """The upper edge of a chair's back rest, for hands."""

    seat: SlabUnder

    @property
    def name(self) -> str:
        return CHAIR_RAIL

    def at(self, motion: Motion) -> Surface:
        back = BackOf(self.seat).at(motion)
        assert isinstance(back, Slab)
        middle = back.middle + (BACK_HEIGHT_M / 2 - RAIL_RADIUS_M) * back.turn[:, 1]
        return Roll(self.name, middle, back.turn[:, 0], RAIL_RADIUS_M, back.half_across)

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
        return self.seat.rows(motion, carrier, directions)


@dataclass(frozen=True)
class RollUnder:
    """A roll across the body under some points; its top is at `height_m`."""

    spec: SurfaceSpec
    points: Numbers
    middle_x: bool
    lie: Matrix

    @property
    def name(self) -> str:
        return self.spec.surface

    def at(self, motion: Motion) -> Surface:
        radius = self.spec.height_cm / 200
        middle = place_under(self, motion, radius)
        return Roll(self.name, middle, self.lie[:, 0], radius, prop_sizes(self.name)["across"] / 200)

    def rows(self, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
        return rows_under(self, motion, carrier, directions)


def halves_of(spec: SurfaceSpec) -> tuple[float, float]:
    """Half its size across and along the body [m]; what stands on another side shows its two other sizes."""
    across, along = footprint_cm(spec.surface, spec.height_cm)
    return (along / 200, across / 200) if spec.lengthwise else (across / 200, along / 200)


def place_under(placed: SlabUnder | RollUnder, motion: Motion, height_m: float) -> Vector:
    middle: Vector = motion.points[placed.points].mean(axis=0)
    middle += placed.spec.offset_cm / 100 * placed.lie[:, 1] + placed.spec.aside_cm / 100 * placed.lie[:, 0]
    return np.array([0.0 if placed.middle_x else middle[0], middle[1], height_m])


def rows_under(placed: SlabUnder | RollUnder, motion: Motion, carrier: Carrier, directions: Matrix) -> Matrix:
    """A prop goes with the points that it lies under, across the floor and never up."""
    ways = np.where(np.abs(directions) > LEVEL, directions, 0.0)[:, :2]
    if placed.middle_x:
        ways[:, 0] = 0.0
    if not ways.any():
        return np.zeros((len(directions), carrier.space.count))
    along = [
        motion.rows(carrier, placed.points, np.tile(axis, (len(placed.points), 1))) for axis in LEVEL_AXES
    ]
    moved: Matrix = ways @ np.stack([rows.mean(axis=0) for rows in along])
    return moved


STANDING = {"floor": Standing(FLOOR), "wall": Standing(WALL)}

"""The things a posture rests on, as pieces to draw; what each looks like is content."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from karani.body.surfaces import Plane, Roll, Slab, Surface
from karani.figure.mesh import Floats, Solid, joined
from karani.figure.solids import Piece, box, chair, cushion, folded
from karani.library.packaged import PACKAGED_CONTENT

LEVEL = 0.999
PLAIN = {"solid": "box", "color": "wood"}
STAND_M, STAND_COLOR, STAND_AT, LEAST_STAND_M = (0.23, 0.11), "cork", 0.62, 0.04
"""A block: across and along, color, place between the middle and the high end, lowest that is worth drawing."""


@dataclass(frozen=True)
class Prop:
    name: str
    color: str
    pieces: tuple[Piece, ...]

    @property
    def solid(self) -> Solid:
        return joined([piece.solid for piece in self.pieces])


def props_of(surfaces: tuple[Surface, ...], toward: Floats) -> list[Prop]:
    """Everything but planes; `toward` is where the body's middle is, a chair turns its back away from it."""
    shown = [prop_of(surface, toward) for surface in surfaces if isinstance(surface, Slab | Roll)]
    return shown + stands_of(surfaces)


def prop_of(surface: Slab | Roll, toward: Floats) -> Prop:
    look = looks().get(surface.name, PLAIN)
    placed = under_roll(surface) if isinstance(surface, Roll) else under_slab(surface, toward)
    return Prop(surface.name, look["color"], tuple(pieces_of(look["solid"], *placed)))


def stands_of(surfaces: tuple[Surface, ...]) -> list[Prop]:
    """What holds up the high end of a sloping prop: the posture only says how it slopes."""
    sloping = [surface for surface in surfaces if isinstance(surface, Slab) and surface.turn[2, 2] <= LEVEL]
    return [stand for slab in sloping for stand in stand_under(slab)]


def stand_under(slab: Slab) -> list[Prop]:
    up, along = slab.turn[:, 2], slab.turn[:, 1]
    rising = along if along[2] > 0 else -along
    place = slab.middle - up * slab.thickness + rising * STAND_AT * slab.half_along
    height = float(place[2])
    if height < LEAST_STAND_M:
        return []
    middle = np.array([place[0], place[1], height / 2])
    return [Prop("stand", STAND_COLOR, (box(middle, np.eye(3), np.array([*STAND_M, height])),))]


Placed = tuple[Floats, Floats, Floats]
"""Middle (3,), turn (3, 3), size (3,)."""


def pieces_of(solid: str, middle: Floats, turn: Floats, size: Floats) -> list[Piece]:
    if solid == "chair":
        return chair(middle, turn, size)
    if solid == "folded":
        return folded(middle, turn, size)
    return [cushion(middle, turn, size) if solid == "cushion" else box(middle, turn, size)]


def under_roll(roll: Roll) -> Placed:
    along = np.cross([0.0, 0, 1], roll.axis)
    turn = np.column_stack([roll.axis, along, np.cross(roll.axis, along)])
    return roll.middle, turn, np.array([2 * roll.half_length, 2 * roll.radius, 2 * roll.radius])


def under_slab(slab: Slab, toward: Floats) -> Placed:
    """A level slab reaches down to the floor; a sloping one is as thick as it is."""
    up = slab.turn[:, 2]
    thick = slab.middle[2] if up[2] > LEVEL else slab.thickness
    away = slab.turn[:, 1] @ (slab.middle - toward)
    turn = slab.turn if away > 0 else slab.turn * [-1, -1, 1]
    size = np.array([2 * slab.half_across, 2 * slab.half_along, thick])
    return slab.middle - up * thick / 2, turn, size


def find_plane(surfaces: tuple[Surface, ...], name: str) -> Plane | None:
    return next((plane for plane in surfaces if isinstance(plane, Plane) and plane.name == name), None)


@cache
def looks() -> dict[str, dict[str, Any]]:
    return tomllib.loads((PACKAGED_CONTENT / "figure" / "props.toml").read_text("utf-8"))

"""The things a posture rests on, as pieces to draw; what each looks like is content."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from scipy.spatial import ConvexHull

from karani.body.placing import CHAIR_BACK, CHAIR_RAIL
from karani.body.surfaces import Plane, Roll, Slab, Strap, Surface
from karani.figure.mesh import Floats, Solid, joined
from karani.figure.solids import BAND_WIDTH_M, Piece, box, chair, cushion, folded, ribbon
from karani.library.packaged import PACKAGED_CONTENT

LEVEL = 0.999
NEAR_LOOP_M = 0.05
"""How far beyond a computed loop the skin that it binds may lie."""
CHAIR, PARTS_OF_A_CHAIR = "chair", (CHAIR_BACK, CHAIR_RAIL)
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


def props_of(surfaces: tuple[Surface, ...], skin: Floats) -> list[Prop]:
    """Everything but planes; a chair turns its back away from the skin's points (points, 3), a strap lies on them."""
    toward = skin.mean(0)
    solid = [
        surface
        for surface in surfaces
        if isinstance(surface, Slab | Roll) and surface.name not in PARTS_OF_A_CHAIR
    ]
    shown = [prop_of(surface, front_of(surface, surfaces, toward)) for surface in solid]
    shown += [strap_of(surface, skin) for surface in surfaces if isinstance(surface, Strap)]
    return shown + stands_of(tuple(solid))


def front_of(surface: Surface, surfaces: tuple[Surface, ...], toward: Floats) -> Floats:
    """Where the front of a prop looks: away from its own back rest, or else toward the body."""
    backs = [other for other in surfaces if isinstance(other, Slab) and other.name == CHAIR_BACK]
    if not (isinstance(surface, Slab) and surface.name == CHAIR and backs):
        return toward
    nearest = min(backs, key=lambda back: float(np.linalg.norm(back.middle - surface.middle)))
    return np.asarray(surface.middle + nearest.turn[:, 2])


def strap_of(strap: Strap, skin: Floats) -> Prop:
    color = looks().get(strap.name, PLAIN)["color"]
    line = around_skin(strap.line, skin) if strap.closed else strap.line
    return Prop(strap.name, color, tuple(ribbon(line, closed=strap.closed)))


def around_skin(line: Floats, skin: Floats) -> Floats:
    """A loop (points, 3) laid around the drawn skin, which is fuller here and there than the flesh it was computed on."""
    middle = line.mean(0)
    across, along, normal = np.linalg.svd(line - middle)[2]
    away = skin - middle
    reach = np.linalg.norm(line - middle, axis=1).max() + NEAR_LOOP_M
    near = away[(np.abs(away @ normal) < BAND_WIDTH_M) & (np.linalg.norm(away, axis=1) < reach)]
    plane = np.array([across, along])
    flat = np.concatenate([near, line - middle]) @ plane.T
    return np.asarray(middle + flat[ConvexHull(flat).vertices] @ plane)


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

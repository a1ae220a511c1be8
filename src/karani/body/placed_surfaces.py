"""Where the surfaces of a pose stand: floor, wall, and the props under the parts that rest on them."""

from dataclasses import dataclass

import numpy as np

from karani.body.body import Body
from karani.body.parts import Patch, find_patches
from karani.body.placing import (
    ON_THE_BACK,
    ON_THE_SIDE,
    STANDING,
    BackOf,
    Placing,
    RailOf,
    RollUnder,
    SlabUnder,
)
from karani.body.props import check_prop
from karani.body.rotation import matrix_of, turn_about
from karani.body.settings import WALL_DISTANCE, Settings
from karani.body.terms.term import Matrix, Numbers
from karani.library.pose import PostureSpec, SurfaceSpec


@dataclass(frozen=True)
class PlacedSurface:
    """A surface and the side whose parts rest on it; `both` for one that serves the whole body."""

    side: str
    placing: Placing
    under: str = ""
    bears: str = "both"
    through: bool = True
    """Whether the body must not go through it."""


def surfaces_of(
    body: Body, spec: PostureSpec, settings: Settings, *, mirrored: bool
) -> tuple[PlacedSurface, ...]:
    placed = [PlacedSurface("both", STANDING["floor"])]
    if WALL_DISTANCE in spec.free or any(contact.surface == "wall" for contact in spec.contacts):
        placed.append(PlacedSurface("both", STANDING["wall"]))
    lie = matrix_of(turn_about("z", spec.heading_deg)) @ (
        ON_THE_SIDE if spec.plane == "lateral" else ON_THE_BACK
    )
    for surface in spec.surfaces:
        placed += props_of(body, settings.raised(surface), lie, mirrored=mirrored)
    return tuple(placed)


def props_of(body: Body, surface: SurfaceSpec, lie: Matrix, *, mirrored: bool) -> list[PlacedSurface]:
    sides = ("right",) if mirrored else ("right", "left")
    patches = patches_of(body, surface.under, surface.side, mirrored=mirrored)
    lie = lie @ matrix_of(turn_about("z", surface.turn_deg))
    if not surface.each_side:
        placing = placing_of(surface, points_of(patches), lie, on_midline=mirrored)
        placed = PlacedSurface(surface.side, placing, surface.under, surface.bears_one_side)
        return [placed, *back_rest(placing)]
    return [
        PlacedSurface(
            side,
            placing_of(surface, points_of([p for p in patches if p.side == side]), lie, on_midline=False),
            surface.under,
        )
        for side in sides
    ]


def back_rest(placing: Placing) -> list[PlacedSurface]:
    if not isinstance(placing, SlabUnder) or placing.spec.back == "none":
        return []
    return [PlacedSurface("both", BackOf(placing)), PlacedSurface("both", RailOf(placing), through=False)]


def placing_of(surface: SurfaceSpec, points: Numbers, lie: Matrix, *, on_midline: bool) -> Placing:
    check_prop(surface.surface, rolls=surface.shape == "roll")
    kind = RollUnder if surface.shape == "roll" else SlabUnder
    return kind(surface, points, on_midline, lie)


def patches_of(body: Body, part: str, side: str, *, mirrored: bool) -> list[Patch]:
    """In a mirrored posture the right side's patches speak for the left."""
    wanted = "right" if mirrored and side == "both" else side
    return find_patches(body, part, wanted)


def points_of(patches: list[Patch]) -> Numbers:
    return np.concatenate([patch.points for patch in patches])

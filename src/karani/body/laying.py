"""Laying one posture beside another: turned about the vertical, moved on the floor, among the same things."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from karani.body.body import Body, segment_frames
from karani.body.interpolate import brought_out, flesh_points, has_wall, resting_in_both
from karani.body.posture import ContactPoint, Posture
from karani.body.props import reaches_the_floor
from karani.body.space import TURN
from karani.body.surfaces import FLOOR, WALL, Plane, Slab, Strap, Surface

Vector = NDArray[np.float64]

STRUCK_M = 0.03
"""A prop that would stand this deep in somebody is not there yet."""
LEVEL = 0.97
"""How much of a prop's own upward direction points up, where it lies flat on the floor."""


def turned(posture: Posture, angle_deg: float, body: Body) -> Posture:
    """About the vertical through the world's origin, to the left."""
    heading = Rotation.from_euler("z", angle_deg, degrees=True)
    x = posture.coordinates.copy()
    x[TURN] = (heading * Rotation.from_rotvec(x[TURN])).as_rotvec()
    x[:3] = heading.apply(x[:3])
    contacts = tuple(moved_contact(contact, heading.apply(contact.place_m)) for contact in posture.contacts)
    return placed(replace(posture, contacts=contacts), x, body)


def laid_beside(still: Posture, neighbor: Posture, body: Body) -> Posture:
    """What rests in both rests in one place; else the pelvis is over the neighbor's. Nothing goes through the wall."""
    segments = resting_in_both(still, neighbor) or ["pelvis"]
    ways = [neighbor.frames[name][0] - still.frames[name][0] for name in segments]
    shift = np.mean(ways, axis=0) * [1, 1, 0]
    if has_wall(still):
        shift[1] = 0.0
    x = still.coordinates.copy()
    x[:3] += shift
    x = brought_out(body, x, [FLOOR, WALL] if has_wall(neighbor) else [FLOOR])
    shift = x[:3] - still.coordinates[:3]
    contacts = tuple(moved_contact(contact, contact.place_m + shift) for contact in still.contacts)
    surfaces = tuple(moved_surface(surface, shift) for surface in still.surfaces)
    return placed(replace(still, contacts=contacts, surfaces=surfaces), x, body)


def moved_contact(contact: ContactPoint, place: Vector) -> ContactPoint:
    x, y, z = (float(value) for value in place)
    return replace(contact, place_m=(x, y, z))


def moved_surface(surface: Surface, shift: Vector) -> Surface:
    if isinstance(surface, Plane):
        return surface
    if isinstance(surface, Strap):
        return replace(surface, line=surface.line + shift)
    return replace(surface, middle=surface.middle + shift)  # type: ignore[type-var, attr-defined]  # slabs and rolls have a middle


def placed(posture: Posture, x: Vector, body: Body) -> Posture:
    x = x.copy()
    x.setflags(write=False)
    return replace(posture, coordinates=x, frames=segment_frames(body, x))


def furnished(still: Posture, held: Posture, body: Body) -> Posture:
    """With what stands in the pose's room and is not in the way."""
    known = {surface.name for surface in still.surfaces}
    points = flesh_points(body, still.coordinates)
    there = [
        surface
        for surface in held.surfaces
        if surface.name not in known and not isinstance(surface, Strap) and not struck(surface, points)
    ]
    return replace(still, surfaces=(*still.surfaces, *there))


def struck(surface: Surface, points: NDArray[np.float64]) -> bool:
    """Whether somebody stands in a prop, or under its top where it is solid."""
    if isinstance(surface, Plane):
        return False
    solid = solid_of(surface)
    inside = points[solid.covers(points)]
    return bool(len(inside) and float(solid.distances(inside)[0].min()) < -STRUCK_M)


def solid_of(surface: Surface) -> Surface:
    """A level prop reaches down to the floor, unless it stands on legs."""
    if not isinstance(surface, Slab) or surface.turn[2, 2] <= LEVEL or not reaches_the_floor(surface.name):
        return surface
    return replace(surface, thickness=max(surface.thickness, float(surface.middle[2])))

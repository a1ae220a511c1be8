"""Where the body rests in a posture, as places that may push: the floor, the wall, props, and its own limbs.

A place is a point of the skin within TOUCH of a surface, facing it; of each segment on each surface the deepest point and
those that lie farthest out to four sides, so that a limb can rest on an area. Each may push along the surface's normal n
and, by friction, sideways: the force is a sum of four edges n + mu t with t to four sides, none negative.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body import Posture
from karani.body.motion import Motion
from karani.body.surfaces import Surface
from karani.muscles.limbs import LimbPairs
from karani.muscles.model import MuscleModel
from karani.muscles.push_costs import Places

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

TOUCH_M = 0.015
"""Flesh gives way by more than the posture's contacts are pressed in."""
FRICTION = {"floor": 0.5, "wall": 0.4}
FRICTION_ELSEWHERE = 0.5
"""Dry friction of skin or cloth on a mat, a painted wall, cloth; customary values."""
STEEP = 0.9
"""A normal less along x than this has a sideways direction from x; another takes it from y."""
FACING = -0.2
"""Cosine between the skin's outward normal and the surface's: skin that looks away does not rest."""
AS_FAR_M = 1e-6
"""Left and right of a body that lies evenly are alike but for rounding; both count."""
NEXT_TO_NOTHING = 1e-9
MANY = 10_000
"""More than a body has segments."""


@dataclass(frozen=True)
class Found:
    """Places on one surface, one row a place. `onto` is the carrier's segment that takes the counterforce, -1 for the
    world."""

    surfaces: list[str]
    segments: Numbers  # (places,) the carrier's segments
    onto: Numbers  # (places,)
    points: Matrix  # (places, 3) [m]
    normals: Matrix  # (places, 3)
    friction: Vector  # (places,)


@dataclass(frozen=True)
class Supports:
    """All places, one row each; a part is a segment on a surface."""

    segments: Numbers  # (places,) the carrier's segments
    onto: Numbers  # (places,)
    points: Matrix  # (places, 3) [m]
    edges: NDArray[np.float64]  # (places, 4, 3) directions of the edges of the friction cones
    friction: Vector  # (places,)
    parts: Numbers  # (places,) number of the part
    first: Numbers  # (parts,) a place of each part
    surfaces: Numbers  # (parts,) number of the surface
    names: list[str]  # of the surfaces, by place


def supports_of(model: MuscleModel, posture: Posture, motion: Motion) -> Supports:
    found = [on_surface(model, surface, motion) for surface in posture.surfaces]
    found.append(on_limbs(model, model.limbs.always, motion))
    resting = dict.fromkeys((contact.segment, contact.surface) for contact in posture.contacts)
    named = model.limbs.named
    found += [on_limbs(model, named[meeting], motion) for meeting in resting if meeting in named]
    return joined(found)


def on_surface(model: MuscleModel, surface: Surface, motion: Motion) -> Found:
    distances, normals = surface.distances(motion.points)
    near = np.flatnonzero(distances < TOUCH_M)
    near = near[surface.covers(motion.points[near])]
    near = near[np.einsum("ni,ni->n", outward(model, motion, near), normals[near]) < FACING]
    segments = model.carrier.place[near]
    kept = near[spread(segments, motion.points[near], distances[near], normals[near])]
    return Found(
        [surface.name] * len(kept),
        model.carrier.place[kept],
        np.full(len(kept), -1),
        motion.points[kept] - normals[kept] * distances[kept, None],
        normals[kept],
        np.full(len(kept), FRICTION.get(surface.name, FRICTION_ELSEWHERE)),
    )


def outward(model: MuscleModel, motion: Motion, points: Numbers) -> Matrix:
    """Of the skin at these points, (points, 3)."""
    flesh = model.body.flesh
    turns = motion.data.xmat.reshape(-1, 3, 3)[flesh.segments[points]]
    normals: Matrix = np.einsum("nij,nj->ni", turns, flesh.normals[points])
    return normals


def spread(segments: Numbers, points: Matrix, distances: Vector, normals: Matrix) -> Numbers:
    """Of each segment the deepest point and the farthest to four sides."""
    if not len(segments):
        return segments
    order = np.argsort(segments, kind="stable")
    starts = np.flatnonzero(np.diff(segments[order], prepend=-1))
    counts = np.diff(starts, append=len(order))
    normal = np.repeat(normals[order[starts]], counts, axis=0)
    flat = points[order]
    flat = flat - np.einsum("ni,ni->n", flat, normal)[:, None] * normal
    low, high = np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)
    wide = high - low > np.min(high - low, axis=1)[:, None]  # two of three sides
    low, high = np.where(wide, low, -np.inf) + AS_FAR_M, np.where(wide, high, np.inf) - AS_FAR_M
    ends = (flat <= np.repeat(low, counts, axis=0)) | (flat >= np.repeat(high, counts, axis=0))
    deepest = np.minimum.reduceat(distances[order], starts) + AS_FAR_M
    return np.sort(order[ends.any(axis=1) | (distances[order] <= np.repeat(deepest, counts))])


def on_limbs(model: MuscleModel, pairs: LimbPairs, motion: Motion) -> Found:
    """The nearest point of each segment that rests on another limb."""
    found, points, away = pairs.meeting(motion.data, motion.points)
    lengths = np.maximum(np.sqrt(np.einsum("ni,ni->n", away, away)), NEXT_TO_NOTHING)
    return Found(
        [pairs.names[number] for number in found],
        model.carrier.place[points],
        np.searchsorted(model.carrier.segments, pairs.limbs[found]),
        motion.points[points],
        away / lengths[:, None],
        np.full(len(found), FRICTION_ELSEWHERE),
    )


def joined(found: list[Found]) -> Supports:
    names = [name for one in found for name in one.surfaces]
    order = {name: number for number, name in enumerate(dict.fromkeys(names))}
    segments = np.concatenate([one.segments for one in found])
    onto = np.concatenate([one.onto for one in found])
    numbers = np.array([order[name] for name in names], dtype=np.int64)
    _, first, parts = np.unique(numbers * MANY + segments, return_index=True, return_inverse=True)
    friction = np.concatenate([one.friction for one in found])
    return Supports(
        segments,
        onto,
        np.concatenate([one.points for one in found]),
        edges_of(np.concatenate([one.normals for one in found]), friction),
        friction,
        parts,
        first,
        numbers[first],
        names,
    )


def edges_of(normals: Matrix, friction: Vector) -> NDArray[np.float64]:
    """Directions of the four edges of each place's friction cone, (places, 4, 3)."""
    first = crossed(normals, np.where(np.abs(normals[:, :1]) < STEEP, [1.0, 0, 0], [0.0, 1, 0]))
    first /= np.sqrt(np.einsum("ni,ni->n", first, first))[:, None]
    second = crossed(normals, first)
    sides = np.stack([first, -first, second, -second], axis=1)
    edges: NDArray[np.float64] = normals[:, None] + friction[:, None, None] * sides
    return edges


def crossed(left: Matrix, right: Matrix) -> Matrix:
    """As `np.cross`, which is slow for so few; the last axis holds x, y, z."""
    x, y, z = np.moveaxis(left, -1, 0)
    u, v, w = np.moveaxis(right, -1, 0)
    return np.stack([y * w - z * v, z * u - x * w, x * v - y * u], axis=-1)


def pushes(supports: Supports, motion: Motion) -> Matrix:
    """Generalized force of each edge at one newton, (places * 4, coordinates)."""
    ways = moving(motion, supports.segments, supports.points)
    inner = np.flatnonzero(supports.onto >= 0)
    ways[inner] -= moving(motion, supports.onto[inner], supports.points[inner])
    forces: Matrix = np.einsum("pei,pki->pek", supports.edges, ways)
    return forces.reshape(-1, ways.shape[1])


def moving(motion: Motion, segments: Numbers, points: Matrix) -> NDArray[np.float64]:
    """How each point moves with each coordinate, v + w x p, (points, coordinates, 3)."""
    twists = motion.twists[segments]
    ways: NDArray[np.float64] = twists[..., 3:] + crossed(twists[..., :3], points[:, None])
    return ways


def places_of(model: MuscleModel, supports: Supports, motion: Motion) -> Places:
    """The places as the program knows them."""
    segments = supports.segments[supports.first]
    masses = model.segments.masses[segments]
    whole = np.bincount(supports.surfaces, masses)
    return Places(
        pushes(supports, motion),
        supports.friction,
        supports.parts,
        supports.surfaces,
        masses / whole[supports.surfaces],
        model.segments.lies[segments],
    )

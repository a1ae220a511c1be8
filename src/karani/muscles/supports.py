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
from karani.muscles.limbs import LimbPair
from karani.muscles.model import MuscleModel
from karani.muscles.static_optimization import EDGES, Places

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

TOUCH_M = 0.015
"""Flesh gives way by more than the posture's contacts are pressed in."""
FRICTION = {"floor": 0.5, "wall": 0.4}
FRICTION_ELSEWHERE = 0.5
"""Dry friction of skin or cloth on a mat, a painted wall, cloth; customary values."""
LYING = ("pelvis", "sacrum", "thorax", "torso", "head", "femur", "humerus")
LEAST_MASS_KG = 1e-3
STEEP = 0.9
"""A normal less along x than this has a sideways direction from x; another takes it from y."""
FACING = -0.2
"""Cosine between the skin's outward normal and the surface's: skin that looks away does not rest."""


@dataclass(frozen=True)
class Supports:
    """One row a place. `onto` is the carrier's segment that takes the counterforce, -1 for the world."""

    segments: Numbers  # (places,) the carrier's segments
    onto: Numbers  # (places,)
    points: Matrix  # (places, 3) [m]
    normals: Matrix  # (places, 3)
    friction: Vector  # (places,)
    surfaces: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.friction)

    def parts(self) -> tuple[Numbers, Numbers]:
        """The part, a segment on a surface, of each place, (places,); a place of each part, (parts,)."""
        meetings = list(zip(self.segments, self.surfaces, self.onto, strict=True))
        first = {meeting: place for place, meeting in reversed(list(enumerate(meetings)))}
        order = {meeting: number for number, meeting in enumerate(first)}
        return np.array([order[meeting] for meeting in meetings], dtype=np.int64), np.array(
            list(first.values()), dtype=np.int64
        )

    def surface_numbers(self) -> Numbers:
        """A number for each surface, and for each limb that carries another, (places,)."""
        order = {
            meeting: n for n, meeting in enumerate(dict.fromkeys(zip(self.surfaces, self.onto, strict=True)))
        }
        return np.array([order[m] for m in zip(self.surfaces, self.onto, strict=True)], dtype=np.int64)

    def edges(self) -> Matrix:
        """Directions of the four edges of each place, (places, 4, 3)."""
        first = np.cross(
            self.normals, np.where(np.abs(self.normals[:, :1]) < STEEP, [1.0, 0, 0], [0.0, 1, 0])
        )
        first /= np.linalg.norm(first, axis=1)[:, None]
        second = np.cross(self.normals, first)
        sides = np.stack([first, -first, second, -second], axis=1)
        edges: Matrix = self.normals[:, None] + self.friction[:, None, None] * sides
        return edges

    def matrix(self, motion: Motion) -> Matrix:
        """Generalized force of each edge at one newton, (coordinates, places * 4)."""
        directions = self.edges().reshape(-1, 3)
        points = np.repeat(self.points, EDGES, axis=0)
        rows = motion.rows_of(np.repeat(self.segments, EDGES), points, directions)
        onto = np.repeat(self.onto, EDGES)
        inner = onto >= 0
        rows[inner] -= motion.rows_of(onto[inner], points[inner], directions[inner])
        return rows.T


def supports_of(model: MuscleModel, posture: Posture, motion: Motion) -> Supports:
    turns = motion.data.xmat.reshape(-1, 3, 3)[model.body.flesh.segments]
    outward = np.einsum("nij,nj->ni", turns, model.body.flesh.normals)
    parts = [on_surface(model, surface, motion, outward) for surface in posture.surfaces]
    resting = {(contact.segment, contact.surface) for contact in posture.contacts}
    parts += [
        part
        for pair in model.limbs
        if not pair.surface or (pair.name, pair.surface) in resting
        if (part := on_limb(model, pair, motion)) is not None
    ]
    return joined([part for part in parts if part.count])


def on_surface(model: MuscleModel, surface: Surface, motion: Motion, outward: Matrix) -> Supports:
    distances, normals = surface.distances(motion.points)
    near = (distances < TOUCH_M) & surface.covers(motion.points)
    near &= np.einsum("ni,ni->n", outward, normals) < FACING
    found = np.flatnonzero(near)
    chosen = spread(model.carrier.place[found], motion.points[found], distances[found], normals[found])
    kept = found[chosen]
    points = motion.points[kept] - normals[kept] * distances[kept, None]
    return Supports(
        model.carrier.place[kept],
        np.full(len(kept), -1),
        points,
        normals[kept].copy(),
        np.full(len(kept), FRICTION.get(surface.name, FRICTION_ELSEWHERE)),
        (surface.name,) * len(kept),
    )


def spread(segments: Numbers, points: Matrix, distances: Vector, normals: Matrix) -> list[int]:
    """Of each segment the deepest point and the farthest to four sides."""
    chosen: set[int] = set()
    for segment in np.unique(segments):
        rows = np.flatnonzero(segments == segment)
        normal = normals[rows[0]]
        flat = points[rows] - np.outer(points[rows] @ normal, normal)
        axes = np.argsort(-np.ptp(flat, axis=0))[:2]
        picks = {int(distances[rows].argmin())}
        for axis in axes:
            picks |= {int(flat[:, axis].argmin()), int(flat[:, axis].argmax())}
        chosen |= {int(rows[pick]) for pick in picks}
    return sorted(chosen)


def on_limb(model: MuscleModel, pair: LimbPair, motion: Motion) -> Supports | None:
    """The nearest point of a segment where it rests on another limb; None where they are apart."""
    places = motion.points[pair.points]
    axis = pair.capsule.nearest(motion.data, places)
    away = places - axis
    lengths = np.sqrt(np.einsum("ni,ni->n", away, away))
    nearest = int(lengths.argmin())
    if lengths[nearest] - pair.capsule.radius > pair.meets_m:
        return None
    normal = away[nearest] / max(lengths[nearest], 1e-9)
    return Supports(
        model.carrier.place[pair.points[nearest : nearest + 1]],
        np.searchsorted(model.carrier.segments, [pair.capsule.segment]),
        places[nearest : nearest + 1],
        normal[None],
        np.array([FRICTION_ELSEWHERE]),
        (pair.limb,),
    )


def places_of(model: MuscleModel, supports: Supports, motion: Motion) -> Places:
    """The places as the program knows them."""
    parts, first = supports.parts()
    surfaces = supports.surface_numbers()[first]
    segments = model.carrier.segments[supports.segments[first]]
    masses = model.body.model.body_mass[segments] + LEAST_MASS_KG
    whole = np.zeros(int(surfaces.max(initial=-1)) + 1)
    np.add.at(whole, surfaces, masses)
    names = [model.body.model.body(int(segment)).name for segment in segments]
    lying = np.array([name.startswith(LYING) for name in names], dtype=np.bool_)
    return Places(
        supports.matrix(motion), supports.friction, parts, surfaces, masses / whole[surfaces], lying
    )


def joined(parts: list[Supports]) -> Supports:
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Supports(none, none, np.zeros((0, 3)), np.zeros((0, 3)), np.zeros(0), ())
    return Supports(
        np.concatenate([part.segments for part in parts]),
        np.concatenate([part.onto for part in parts]),
        np.concatenate([part.points for part in parts]),
        np.concatenate([part.normals for part in parts]),
        np.concatenate([part.friction for part in parts]),
        tuple(name for part in parts for name in part.surfaces),
    )

"""The body's surface as points that move with its segments: what touches floor, wall and props.

    p = r(segment) + R(segment) (f_len c + f_len diag(g) (s - c))
s: the point in its segment's frame, c: the middle of the segment's points, f_len: the person's length factor of the
segment, g: the girth across the segment's long axis, from mass per length: g = sqrt(mass factor / f_len^3).
Source of the points: content/physiology/flesh.csv. The left half mirrors the right.
"""

from dataclasses import dataclass
from functools import cache

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.person import Person
from karani.body.scaling import Factors
from karani.body.segments import segment_of
from karani.library.packaged import PACKAGED_CONTENT

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

BASE_MASS_KG = 66.0
GIRTH = (0.72, 1.6)
"""Beyond these a body of this shape stops looking like one."""
UPRIGHT = ("trunk", "thigh", "shank")
STIFF_SEGMENTS = ("head", "hand", "foot")
"""Segments that grow little with a person's mass."""
MILLIMETERS = 1000.0


@dataclass(frozen=True)
class Flesh:
    """Points sorted by segment, right half and middle first; `mirror` is true for those of the left half."""

    segments: Numbers  # (points,) the model's body
    places: Matrix  # (points, 3) in the segment's frame [m]
    normals: Matrix  # (points, 3) outward, in the segment's frame
    facing: Matrix  # (points, 3) outward on a standing body: front, up, out to the side
    standing: Matrix  # (points, 3) place on a standing body: front, up, out to the side [m]
    left: NDArray[np.bool_]  # (points,)


def read_flesh(model: mujoco.MjModel, person: Person, factors: Factors) -> Flesh:
    """The person's flesh on the scaled `model`."""
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    halves = [half_of(model, data, read_points(), side) for side in "rl"]
    segments, places, normals, left = (np.concatenate(parts) for parts in zip(*halves, strict=True))
    order = np.lexsort((segments, left))
    segments, places, normals, left = segments[order], places[order], normals[order], left[order]
    places = grown(model, segments, places, person, factors)
    turns = data.xmat.reshape(-1, 3, 3)[segments]
    standing = data.xpos[segments] + np.einsum("nij,nj->ni", turns, places)
    middle = data.body("pelvis").xpos[0]
    return Flesh(
        segments,
        places,
        normals,
        person_axes(np.einsum("nij,nj->ni", turns, normals), left),
        person_axes(standing - [middle, 0, 0], left),
        left,
    )


@cache
def read_points() -> tuple[tuple[str, ...], Matrix, Matrix]:
    lines = (PACKAGED_CONTENT / "physiology" / "flesh.csv").read_text("utf-8").splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith(("#", "segment"))]
    numbers = np.array([row[1:] for row in rows], dtype=np.float64)
    return tuple(row[0] for row in rows), numbers[:, :3] / MILLIMETERS, numbers[:, 3:]


def half_of(
    model: mujoco.MjModel,
    data: mujoco.MjData,
    points: tuple[tuple[str, ...], Matrix, Matrix],
    side: str,
) -> tuple[Numbers, Matrix, Matrix, NDArray[np.bool_]]:
    """One half of the points in their segments' frames; the left one through the mirror of the standing body."""
    names, places, normals = points
    right = np.array([find_segment(model, name, "r") for name in names])
    if side == "r":
        return right, places, normals, np.zeros(len(names), dtype=np.bool_)
    left = np.array([find_segment(model, name, "l") for name in names])
    from_right, to_left = data.xmat.reshape(-1, 3, 3)[right], data.xmat.reshape(-1, 3, 3)[left]
    flip = np.array([-1.0, 1.0, 1.0])
    turn = np.einsum("nji,j,njk->nik", to_left, flip, from_right)  # right frame -> left frame
    middle = np.array([2 * data.body("pelvis").xpos[0], 0, 0])
    shift = np.einsum("nji,nj->ni", to_left, flip * data.xpos[right] + middle - data.xpos[left])
    mirrored = np.einsum("nij,nj->ni", turn, places) + shift
    return left, mirrored, np.einsum("nij,nj->ni", turn, normals), np.ones(len(names), dtype=np.bool_)


def find_segment(model: mujoco.MjModel, name: str, side: str) -> int:
    sided = mujoco.mj_name2id(model, mujoco.mjtObj.mjOBJ_BODY, f"{name}_{side}")
    found = sided if sided >= 0 else mujoco.mj_name2id(model, mujoco.mjtObj.mjOBJ_BODY, name)
    assert found >= 0, name
    return int(found)


def grown(
    model: mujoco.MjModel, segments: Numbers, places: Matrix, person: Person, factors: Factors
) -> Matrix:
    """The points at the person's length and girth."""
    after = places.copy()
    for segment in np.unique(segments):
        name = segment_of(model.body(segment).name)
        chosen = segments == segment
        points = places[chosen]
        girth = np.full(3, 1.0 if name in STIFF_SEGMENTS else girth_of(person, factors.lengths[name]))
        girth[long_axis(name, points)] = 1.0
        middle = points.mean(axis=0)
        after[chosen] = factors.lengths[name] * (middle + girth * (points - middle))
    return after


def long_axis(segment: str, points: Matrix) -> int:
    """Trunk and legs point up along their own second axis; an arm lies along its longest side."""
    return 1 if segment in UPRIGHT else int(np.ptp(points, axis=0).argmax())


def girth_of(person: Person, length_factor: float) -> float:
    return float(np.clip(np.sqrt(person.mass_kg / BASE_MASS_KG / length_factor**3), *GIRTH))


def person_axes(vectors: Matrix, left: NDArray[np.bool_]) -> Matrix:
    """World vectors of the standing body as front, up and out to its own side."""
    out = np.where(left, vectors[:, 0], -vectors[:, 0])
    return np.stack([-vectors[:, 1], vectors[:, 2], out], axis=1)

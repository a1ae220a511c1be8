"""The skeleton: bone meshes of the installed myo-sim, thinned at first use and kept in a folder, never shipped.

A bone is thinned by vertex clustering (Rossignac and Borrel 1993): all points in one cell of a grid become their mean.
The meshes are by their makers under CC BY 3.0; `CREDIT` goes under every picture that shows them.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import mujoco
import numpy as np

from karani.body import Body
from karani.body.body import Frames
from karani.body.model import compile_model, file_name
from karani.body.repairs import REPAIRS, leave_out_bone_meshes
from karani.body.scaling import body_axes
from karani.figure.mesh import Floats, Ints, Solid
from karani.figure.plate.keeping import keep_arrays

CREDIT = "Bones: myo-sim and its sources, CC BY 3.0."
CHEST, LOWER_CHEST, HEAD = "torso", "thorax_lower", "head"
LARGER_HEAD = 1.1
"""The drawn head is so much larger than the model's."""
SPLIT_M = (0.185, 0.245)
"""Over this height in the chest's frame a point goes from the lower chest to the upper: the joint lies between."""
FINE_M, COARSE_M = 0.0035, 0.005
"""Cells of hands and feet, and of all else."""
FEW_M = 0.014
"""For a plate that moves."""
FINE_STARTS = ("talus", "calcn", "toes", "patella", "head", "clavicle", "scapula", "ulna", "radius")
THIN_FROM = 450
"""A bone of fewer triangles stays as it is."""


@dataclass(frozen=True, eq=False)
class Bones:
    """All bones as one mesh; each point lies in the frame of one of the model's bodies."""

    points: Floats  # (points, 3) [m], unscaled
    triangles: Ints  # (triangles, 3)
    owner: Ints  # (points,) place in `bodies`
    bodies: tuple[str, ...]


@cache
def read_bones(folder: Path) -> Bones:
    """Kept in `folder`; made there if they are not."""
    path = folder / f"bones-{key()}.npz"
    if not path.is_file():
        made = make_bones()
        keep_arrays(
            path,
            points=made.points.astype(np.float32),
            triangles=made.triangles.astype(np.uint16),
            owner=made.owner.astype(np.uint8),
            bodies=np.array(made.bodies),
        )
    with np.load(path) as file:
        return Bones(
            points=file["points"].astype(float),
            triangles=file["triangles"].astype(np.int64),
            owner=file["owner"].astype(np.int64),
            bodies=tuple(file["bodies"].tolist()),
        )


def key() -> str:
    return sha256(Path(__file__).read_bytes() + file_name().encode()).hexdigest()[:16]


def make_bones() -> Bones:
    model = compile_model(tuple(repair for repair in REPAIRS if repair is not leave_out_bone_meshes))
    found = [geom for geom in range(model.ngeom) if model.geom_type[geom] == mujoco.mjtGeom.mjGEOM_MESH]
    names = [model.body(int(model.geom_bodyid[geom])).name for geom in found]
    solids = [thinned(bone_of(model, geom), cell_of(name)) for geom, name in zip(found, names, strict=True)]
    bodies = tuple(dict.fromkeys(names))
    starts = np.cumsum([0, *(len(solid.points) for solid in solids)])
    return Bones(
        points=np.concatenate([solid.points for solid in solids]),
        triangles=np.concatenate(
            [solid.triangles + start for solid, start in zip(solids, starts, strict=False)]
        ),
        owner=np.concatenate(
            [
                np.full(len(solid.points), bodies.index(name))
                for solid, name in zip(solids, names, strict=True)
            ]
        ),
        bodies=bodies,
    )


def cell_of(body: str) -> float:
    if body[0].isdigit() or body.startswith(FINE_STARTS) or "mc_" in body or "ph" in body or "thumb" in body:
        return FINE_M
    return COARSE_M


def bone_of(model: mujoco.MjModel, geom: int) -> Solid:
    """One mesh in its body's frame."""
    mesh = int(model.geom_dataid[geom])
    first, count = model.mesh_vertadr[mesh], model.mesh_vertnum[mesh]
    points = model.mesh_vert[first : first + count].astype(float)
    face, faces = model.mesh_faceadr[mesh], model.mesh_facenum[mesh]
    triangles = model.mesh_face[face : face + faces].astype(np.int64)
    turn = np.zeros(9)
    mujoco.mju_quat2Mat(turn, model.geom_quat[geom])
    return Solid(points @ turn.reshape(3, 3).T + model.geom_pos[geom], triangles)


def thinned(solid: Solid, cell_m: float) -> Solid:
    """Points of one cell become one; triangles that fold away are left out."""
    if len(solid.triangles) < THIN_FROM:
        return solid
    cells = np.floor(solid.points / cell_m).astype(np.int64)
    _, place = np.unique(cells, axis=0, return_inverse=True)
    place = place.ravel()
    points = means(solid.points, place)
    triangles = place[solid.triangles]
    one, two, three = triangles.T
    whole = (one != two) & (two != three) & (three != one)
    kept, places = np.unique(np.unique(rolled(triangles[whole]), axis=0), return_inverse=True)
    return Solid(points[kept], places.reshape(-1, 3))


def means(points: Floats, place: Ints) -> Floats:
    """Of the points that share a place."""
    counts = np.bincount(place)
    return np.column_stack([np.bincount(place, points[:, axis]) / counts for axis in range(3)])


@cache
def few_bones(folder: Path) -> Bones:
    """The same skeleton with a quarter of the triangles."""
    bones = read_bones(folder)
    cells = np.column_stack([bones.owner, np.floor(bones.points / FEW_M).astype(np.int64)])
    kept, place = np.unique(cells, axis=0, return_inverse=True)
    triangles = place.ravel()[bones.triangles]
    one, two, three = triangles.T
    whole = (one != two) & (two != three) & (three != one)
    return Bones(
        means(bones.points, place.ravel()),
        np.unique(rolled(triangles[whole]), axis=0),
        kept[:, 0],
        bones.bodies,
    )


def rolled(triangles: Ints) -> Ints:
    """Each triangle begins at its lowest point, so that the same one twice is seen as such."""
    first = triangles.argmin(1)
    return np.take_along_axis(triangles, (first[:, None] + np.arange(3)) % 3, 1)


def placed_bones(bones: Bones, body: Body, frames: Frames) -> Solid:
    """The skeleton of this person in a posture."""
    axes = body_axes(body.model, body.factors)
    scales = np.array([axes[body.model.body(name).id] * size_of(name) for name in bones.bodies])
    places = np.array([frames[name][0] for name in bones.bodies])
    turns = np.array([frames[name][1] for name in bones.bodies])
    local = bones.points * scales[bones.owner]
    points = np.einsum("nij,nj->ni", turns[bones.owner], local) + places[bones.owner]
    return Solid(lower_chest(points, local, bones, frames), bones.triangles)


def size_of(bone: str) -> float:
    return LARGER_HEAD if bone == HEAD else 1.0


def lower_chest(points: Floats, local: Floats, bones: Bones, frames: Frames) -> Floats:
    """The model's mesh of the ribs is one piece; its lower part goes with the lower chest, smoothly."""
    chest = np.flatnonzero(bones.owner == bones.bodies.index(CHEST))
    place, turn = frames[LOWER_CHEST]
    low, high = SPLIT_M
    share = np.clip((bones.points[chest, 1] - low) / (high - low), 0, 1)
    upper = (share * share * (3 - 2 * share))[:, None]
    after = points.copy()
    after[chest] = upper * points[chest] + (1 - upper) * (local[chest] @ turn.T + place)
    return after

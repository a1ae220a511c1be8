"""One body, from MakeHuman's mesh to the skin that the figure draws."""

from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

import numpy as np

from karani.body import Body
from karani.figure.bake.bodies import BodyShape
from karani.figure.bake.breath import breath
from karani.figure.bake.cloth import dressed
from karani.figure.bake.clothes import OUTSIDE, Fields, fields
from karani.figure.bake.face import Head, closed_eyes, face_curves, grown, near_eyes, on_ear
from karani.figure.bake.fit import Fitted, fit
from karani.figure.bake.hair import knot, with_hair
from karani.figure.bake.hands import calm_hands
from karani.figure.bake.makehuman import BODY_POINTS, Floats, Ints, Mesh, read_mesh
from karani.figure.bake.parts import Detail, Part, details, part_weights
from karani.figure.bake.skeleton import Skeleton, bind_skeleton
from karani.figure.bake.skin_file import breath_steps, field_steps, quantized, small, strongest
from karani.figure.bake.weights import body_weights
from karani.figure.mesh import Solid, joined, vertex_normals


@dataclass(frozen=True)
class Naked:
    points: Floats
    bodies: list[str]
    weights: Floats  # (points, bodies)
    parts: Floats  # (points, parts)
    head: Head


def bake(wheel: ZipFile, body: Body, shape: BodyShape) -> dict[str, Any]:
    """The arrays of a skin file."""
    skeleton = bind_skeleton(body)
    mesh = read_mesh(wheel, shape.targets)
    fitted = fit(mesh, skeleton)
    naked = make_naked(mesh, fitted, skeleton)
    worn = fields(naked.points, naked.parts, fitted.joints, naked.head)
    covered = dressed(
        Solid(naked.points, mesh.triangles), mesh.edges, naked.parts, worn, fitted.joints["neck"]
    )
    worn = fields(covered, naked.parts, fitted.joints, naked.head)
    curves = face_curves(covered, naked.parts[:, Part.HEAD] > 0.95, naked.head)
    haired = with_hair(covered, mesh.triangles, worn.hair)
    moves = breath(haired, vertex_normals(haired, mesh.triangles), naked.parts, fitted.joints)
    extra = [*closed_eyes(naked.head), *([knot(naked.head)] if shape.knot else [])]
    return (
        surface_arrays(Solid(haired, mesh.triangles), extra)
        | point_arrays(naked, worn, moves, extra, knotted=shape.knot)
        | bind_arrays(naked.bodies, skeleton)
        | {f"curve_{name}": curve.astype(np.float32) for name, curve in curves.items()}
    )


def make_naked(mesh: Mesh, fitted: Fitted, skeleton: Skeleton) -> Naked:
    points = calm_hands(mesh, fitted)
    bodies, weights = body_weights(mesh, points, skeleton)
    parts = part_weights(bodies, weights)
    joint = fitted.joints["head"]
    body = grown(points[:BODY_POINTS], joint, weights[:, bodies.index("head")])
    eyes = [points[mesh.part(f"helper-{side}-eye")].mean(0) for side in "lr"]
    head = Head(
        joint=joint,
        eyes=[grown(eye, joint)[0] for eye in eyes],
        upper_teeth=grown(points[mesh.part("helper-upper-teeth")], joint),
        top=float(body[parts[:, Part.HEAD] > 0.9][:, 2].max()),
    )
    return Naked(body, bodies, weights, parts, head)


def surface_arrays(body: Solid, extra: list[Solid]) -> dict[str, Any]:
    whole = joined([body, *extra])
    return quantized(whole.points) | {"triangles": small(whole.triangles)}


def point_arrays(
    naked: Naked, worn: Fields, moves: Floats, extra: list[Solid], *, knotted: bool
) -> dict[str, Any]:
    """Per point; eyes and knot follow the head and wear nothing but hair."""
    sizes = [len(solid.points) for solid in extra]
    more = sum(sizes)
    knot_points = sizes[-1] if knotted else 0
    on_head = np.zeros((more, len(naked.bodies)))
    on_head[:, naked.bodies.index("head")] = 1
    index, steps = strongest(np.concatenate([naked.weights, on_head]))
    hair = np.r_[np.full(more - knot_points, OUTSIDE), np.full(knot_points, 0.03)]
    bare = np.full(more, OUTSIDE)
    return {
        "body_index": index,
        "weights": steps,
        "leggings": field_steps(np.r_[worn.leggings, bare]),
        "top": field_steps(np.r_[worn.top, bare]),
        "hair": field_steps(np.r_[worn.hair, hair]),
        "part": small(np.r_[naked.parts.argmax(1), np.full(more, Part.HEAD)]),
        "detail": small(np.r_[point_details(naked, worn), extra_details(more, knot_points)]),
        "breath": breath_steps(np.r_[moves, np.zeros(more)]),
    }


def point_details(naked: Naked, worn: Fields) -> Ints:
    kinds = details(naked.bodies, naked.weights)
    on_head = kinds == Detail.HEAD
    kinds = np.where(on_head & near_eyes(naked.points, naked.head), Detail.EYE, kinds)
    return np.asarray(
        np.where(on_head & on_ear(naked.points, naked.head) & (worn.hair < 0.004), Detail.EAR, kinds)
    )


def extra_details(more: int, knot_points: int) -> Ints:
    return np.array([Detail.EYE] * (more - knot_points) + [Detail.HEAD] * knot_points)


def bind_arrays(bodies: list[str], skeleton: Skeleton) -> dict[str, Any]:
    return {
        "bodies": np.array(bodies),
        "bind_positions": np.array([skeleton.positions[name] for name in bodies], dtype=np.float32),
        "bind_rotations": np.array([skeleton.rotations[name] for name in bodies], dtype=np.float32),
    }

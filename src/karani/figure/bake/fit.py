"""The mesh laid over the skeleton: each segment turned, moved and stretched so that their joints meet.

Segments are blended by the mesh's own bone weights. The chest is stretched in height only. Feet keep their soles flat.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from karani.figure.bake.makehuman import BODY_POINTS, Floats, Mesh
from karani.figure.bake.skeleton import Skeleton

SMALLEST_STRETCH, LARGEST_STRETCH = 0.8, 1.2
ART = {
    "neck": np.array([0, 0, 0.030]),
    "head": np.array([0, 0, 0.022]),
    "l-shoulder": np.array([-0.008, 0, -0.020]),
    "r-shoulder": np.array([0.008, 0, -0.020]),
}
"""The model's C7 lies low and its shoulders high: without this the figure shrugs [m]."""
SIDE_JOINTS = {
    "upper-leg": "femur", "knee": "tibia", "ankle": "talus", "toe-3-1": "toes", "shoulder": "humerus",
    "elbow": "ulna", "hand": "lunate", "finger-3-1": "3proxph",
}  # fmt: skip
MIDDLE_JOINTS = {"neck": "neck_flexion", "head": "head_flexion"}
Move = Callable[[Floats], Floats]


class Segment(NamedTuple):
    bones: tuple[str, ...]
    start: str | None
    end: str | None


class Fitted(NamedTuple):
    points: Floats  # (points, 3), helpers too
    joints: dict[str, Floats]  # where the mesh's joints are now
    scale: float


def side_segments(side: str) -> dict[str, Segment]:
    end = f".{side.upper()}"
    return {
        f"thigh-{side}": Segment((f"upperleg*{end}",), f"{side}-upper-leg", f"{side}-knee"),
        f"shank-{side}": Segment((f"lowerleg*{end}",), f"{side}-knee", f"{side}-ankle"),
        f"foot-{side}": Segment((f"foot*{end}", f"toe*{end}"), f"{side}-ankle", f"{side}-toe-3-1"),
        f"upper-arm-{side}": Segment((f"upperarm*{end}",), f"{side}-shoulder", f"{side}-elbow"),
        f"forearm-{side}": Segment((f"lowerarm*{end}",), f"{side}-elbow", f"{side}-hand"),
        f"hand-{side}": Segment(
            (f"wrist{end}", f"metacarpal*{end}", f"finger*{end}"), f"{side}-hand", f"{side}-finger-3-1"
        ),
        f"girdle-{side}": Segment((f"clavicle{end}", f"shoulder01{end}"), None, f"{side}-shoulder"),
        f"hip-{side}": Segment((f"pelvis{end}",), None, f"{side}-upper-leg"),
    }


HEAD = (
    "head", "jaw", "eye*", "oculi*", "orbi*", "oris*", "levator*", "risorius*", "special*", "temporalis*", "tongue*"
)  # fmt: skip
SEGMENTS = (
    side_segments("l") | side_segments("r")
    | {"neck": Segment(("neck*",), "neck", "head"), "head": Segment(HEAD, "head", None)}
)  # fmt: skip


def fit(mesh: Mesh, skeleton: Skeleton) -> Fitted:
    before, after = mesh_joints(mesh), skeleton_joints(skeleton)
    scale = common_scale(before, after)
    before = {name: place * scale for name, place in before.items()}
    points = mesh.points * scale
    moved = blend(mesh, points, before, after)
    for eye in ("helper-l-eye", "helper-r-eye", "helper-upper-teeth"):
        moved[mesh.part(eye)] = points[mesh.part(eye)] - before["head"] + after["head"]
    return Fitted(moved, after, scale)


def mesh_joints(mesh: Mesh) -> dict[str, Floats]:
    sides = {f"{side}-{joint}": mesh.center(f"{side}-{joint}") for side in "lr" for joint in SIDE_JOINTS}
    return sides | {joint: mesh.center(joint) for joint in MIDDLE_JOINTS}


def skeleton_joints(skeleton: Skeleton) -> dict[str, Floats]:
    sides = {
        f"{side}-{joint}": skeleton.positions[f"{body}_{side}"]
        for side in "lr"
        for joint, body in SIDE_JOINTS.items()
    }
    middle = {joint: skeleton.anchors[hinge] for joint, hinge in MIDDLE_JOINTS.items()}
    return {name: place + ART.get(name, 0.0) for name, place in (sides | middle).items()}


def common_scale(before: dict[str, Floats], after: dict[str, Floats]) -> float:
    """Least squares of all joints about their means."""
    here, there = (np.array(list(joints.values())) for joints in (before, after))
    here, there = here - here.mean(0), there - there.mean(0)
    return float((here * there).sum() / (here * here).sum())


def blend(mesh: Mesh, points: Floats, before: dict[str, Floats], after: dict[str, Floats]) -> Floats:
    trunk = trunk_move(before, after)
    sums, weights = np.zeros_like(points), np.zeros(len(points))
    for name, segment in SEGMENTS.items():
        weight = mesh.weight(segment.bones)
        sums += weight[:, None] * segment_move(name, segment, before, after, trunk)(points)
        weights += weight
    rest = np.maximum(1.0 - weights, 0.0)
    return np.asarray((sums + rest[:, None] * trunk(points)) / (weights + rest)[:, None])


def segment_move(
    name: str, segment: Segment, before: dict[str, Floats], after: dict[str, Floats], trunk: Move
) -> Move:
    start, end = segment.start, segment.end
    if start is None:
        assert end is not None
        return beside_trunk(before[end], after[end], trunk, fading=name.startswith("girdle"))
    if end is None:
        return lambda points: points - before[start] + after[start]
    bone, target = before[end] - before[start], after[end] - after[start]
    keeps_length = name.startswith(("hand", "foot"))
    flat = name.startswith("foot")
    turn = yaw_between(bone, target) if flat else rotation_between(bone, target)
    ratio = 1.0 if keeps_length else float(np.linalg.norm(target) / np.linalg.norm(bone))
    axis = bone / np.linalg.norm(bone)
    more = np.clip(ratio, SMALLEST_STRETCH, LARGEST_STRETCH) - 1
    return lambda points: (
        ((along := points - before[start]) + more * (along @ axis)[:, None] * axis) @ turn.T + after[start]
    )


def trunk_move(before: dict[str, Floats], after: dict[str, Floats]) -> Move:
    """Hips and neck meet; heights between are spread evenly, the depth follows by height."""
    low, high = before["l-upper-leg"][2], before["neck"][2]
    new_low, new_high = after["l-upper-leg"][2], after["neck"][2]
    shift_low = mean_depth(after) - mean_depth(before)
    shift_high = after["neck"][1] - before["neck"][1]

    def move(points: Floats) -> Floats:
        share = (points[:, 2] - low) / (high - low)
        inside = np.clip(share, 0, 1)
        moved = points.copy()
        moved[:, 1] += shift_low * (1 - inside) + shift_high * inside
        moved[:, 2] = new_low + share * (new_high - new_low)
        return moved

    return move


def mean_depth(joints: dict[str, Floats]) -> float:
    return float(joints["l-upper-leg"][1] + joints["r-upper-leg"][1]) / 2


def beside_trunk(place: Floats, target: Floats, trunk: Move, *, fading: bool) -> Move:
    """As the trunk, and the rest of the way to the joint; for the girdle the more, the further from the middle."""
    rest = target - trunk(place[None])[0]

    def move(points: Floats) -> Floats:
        share = np.clip(np.abs(points[:, :1]) / abs(place[0]), 0, 1) if fading else 1.0
        return np.asarray(trunk(points) + rest * share)

    return move


def rotation_between(a: Floats, b: Floats) -> Floats:
    """The smallest turn that takes direction a to direction b."""
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    x, y, z = np.cross(a, b)
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + skew + skew @ skew / (1 + a @ b))


def yaw_between(a: Floats, b: Floats) -> Floats:
    return rotation_between(a * [1, 1, 0], b * [1, 1, 0])


def body_of(points: Floats) -> Floats:
    return points[:BODY_POINTS]

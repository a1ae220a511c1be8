"""Which of the skeleton's bodies each point of the skin follows, and how much.

MakeHuman's bones are shared out over the model's bodies; the spine is shared out by height instead, because its joints
differ. Then the weights are spread a little over the mesh (creases of hip and shoulder), except on face, fingers, feet.
"""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from karani.figure.bake.fit import HEAD, SEGMENTS
from karani.figure.bake.makehuman import BODY_POINTS, Bools, Floats, Ints, Mesh
from karani.figure.bake.skeleton import Skeleton

SIDE_SHARES: dict[str, dict[str, float]] = {
    "femur": {"upperleg*": 1}, "tibia": {"lowerleg*": 1}, "calcn": {"foot*": 1}, "toes": {"toe*": 1},
    "humerus": {"upperarm*": 1}, "ulna": {"lowerarm01*": 1, "lowerarm02*": 0.35}, "radius": {"lowerarm02*": 0.65},
    "capitate": {"wrist*": 1, "metacarpal*": 1}, "scapula": {"shoulder01*": 0.75, "clavicle*": 0.3},
    "firstmc": {"finger1-1*": 1}, "proximal_thumb": {"finger1-2*": 1}, "distal_thumb": {"finger1-3*": 1},
}  # fmt: skip
FINGERS = "2345"
MIDDLE_SHARES: dict[str, dict[str, float]] = {
    "torso": {"shoulder01.*": 0.25, "clavicle.*": 0.7, "neck01": 0.55},
    "pelvis": {"pelvis.*": 1},
    "neck": {"neck01": 0.45, "neck02": 1, "neck03": 0.7},
    "head": {"neck03": 0.3} | dict.fromkeys(HEAD, 1.0),
}
SPINE_M = {
    "lumbar5": 0.071, "lumbar4": 0.103, "lumbar3": 0.136, "lumbar2": 0.171, "lumbar1": 0.205,
    "thorax_lower": 0.240, "torso": 0.336,
}  # fmt: skip
"""Height above the pelvis' origin from which each body of the spine takes over."""
CREASE_M = 0.07
SPREADING = 18
STIFF = 0.98


def body_weights(mesh: Mesh, points: Floats, skeleton: Skeleton) -> tuple[list[str], Floats]:
    """Names of bodies, and (points, bodies) weights that sum to 1."""
    shares: dict[str, Floats] = {}
    for body, weight in [*bone_shares(mesh), *spine_shares(mesh, points, skeleton)]:
        shares[body] = shares.get(body, 0.0) + weight[:BODY_POINTS]
    names = sorted(shares)
    weights = np.stack([shares[name] for name in names], axis=1)
    weights /= weights.sum(1, keepdims=True)
    return names, spread(weights, stiff_points(names, weights), mesh.edges)


def bone_shares(mesh: Mesh) -> Iterator[tuple[str, Floats]]:
    for side in "lr":
        for body, bones in SIDE_SHARES.items():
            for bone, share in bones.items():
                yield f"{body}_{side}", share * mesh.weight([f"{bone}.{side.upper()}"])
        for finger in FINGERS:
            for phalanx, number in ((f"{finger}proxph", 1), (f"midph{finger}", 2), (f"distph{finger}", 3)):
                yield f"{phalanx}_{side}", mesh.weight([f"finger{finger}-{number}.{side.upper()}"])
    for body, bones in MIDDLE_SHARES.items():
        for bone, share in bones.items():
            yield body, share * mesh.weight([bone])


def spine_shares(mesh: Mesh, points: Floats, skeleton: Skeleton) -> Iterator[tuple[str, Floats]]:
    used = mesh.weight([bone for segment in SEGMENTS.values() for bone in segment.bones])
    trunk = np.maximum(1 - used, 0.0)
    height = points[:, 2] - skeleton.positions["pelvis"][2]
    passed = [smooth_step((height - start) / CREASE_M + 0.5) for start in SPINE_M.values()]
    above = [*passed, np.zeros_like(height)]
    yield "pelvis", trunk * (1 - above[0])
    for body, begun, ended in zip(SPINE_M, above, above[1:], strict=False):
        yield body, trunk * (begun - ended)


def smooth_step(share: Floats) -> Floats:
    share = np.clip(share, 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def stiff_points(names: list[str], weights: Floats) -> Bools:
    stiff = weights[:, names.index("head")] > STIFF
    for column, name in enumerate(names):
        if "ph" in name or "thumb" in name:
            stiff |= weights[:, column] > 0.05
        elif name.startswith(("calcn", "toes")):
            stiff |= weights[:, column] > 0.5
    return stiff


def spread(weights: Floats, stiff: Bools, edges: Ints) -> Floats:
    mean = neighbor_mean(edges, len(weights))
    for _ in range(SPREADING):
        weights = np.where(stiff[:, None], weights, 0.5 * weights + 0.5 * (mean @ weights))
    return weights


def neighbor_mean(edges: Ints, points: int) -> sp.csr_array:
    """(points, points): the mean over each point's neighbors."""
    both = np.concatenate([edges, edges[:, ::-1]])
    near = sp.csr_array((np.ones(len(both)), both.T), shape=(points, points))
    return sp.csr_array(sp.diags_array(1 / np.maximum(near.sum(1), 1)) @ near)

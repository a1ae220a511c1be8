"""The head: a little larger, eyes closed, and curves for lids, brows, mouth and nose laid on it."""

from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter1d

from karani.figure.bake.makehuman import Bools, Floats
from karani.figure.mesh import Solid, sphere

HEAD_GROWTH = 1.10
LID_RADIUS_M = 0.0112
LID_FORWARD_M = 0.0035
REACH_M = 0.0048


class Head(NamedTuple):
    joint: Floats  # (3,) where it nods
    eyes: list[Floats]  # (3,) each
    upper_teeth: Floats  # (points, 3)
    top: float


def grown(points: Floats, joint: Floats, share: Floats | float = 1.0) -> Floats:
    """Larger about the joint; at this size a true head looks lost."""
    return np.asarray(points + np.atleast_1d(share)[:, None] * (HEAD_GROWTH - 1) * (points - joint))


def closed_eyes(head: Head) -> list[Solid]:
    radii = np.full(3, LID_RADIUS_M)
    return [sphere(eye + np.array([0, LID_FORWARD_M, 0]), radii, 8, 16) for eye in head.eyes]


def face_curves(points: Floats, on_head: Bools, head: Head) -> dict[str, Floats]:
    """Curves (points, 3) on the surface, by kind and number: lid0, lid1, brow0, brow1, mouth0, nose0."""
    front = points[on_head & (points[:, 1] < head.eyes[0][1] + 0.05)]
    curves = {}
    for number, eye in enumerate(head.eyes):
        curves[f"lid{number}"] = lid(front, eye)
        curves[f"brow{number}"] = brow(front, eye)
    curves["mouth0"] = mouth(front, head)
    curves["nose0"] = nose(front, head)
    return curves


def lid(front: Floats, eye: Floats) -> Floats:
    outward = np.sign(eye[0])
    along = np.linspace(-1, 1, 11) * 1.05 + 0.16 * outward
    height = eye[2] - 0.0035 - 0.0055 * (1 - along**2) + 0.0012 * along * outward
    curve = laid(front, eye[0] + 0.0165 * along, height)
    return pushed(curve, -0.003 + 0.008 * np.clip(along * outward, 0, 2) ** 1.5)


def brow(front: Floats, eye: Floats) -> Floats:
    outward = np.sign(eye[0])
    along = np.linspace(-1, 1, 11) * 1.05 + 0.16 * outward
    height = eye[2] + 0.0195 + 0.0035 * (1 - (along * outward - 0.2) ** 2)
    curve = laid(front, eye[0] + outward * 0.002 + 0.018 * along, height)
    return pushed(curve, -0.002 + 0.007 * np.clip(along * outward, 0, 2) ** 1.5)


def mouth(front: Floats, head: Head) -> Floats:
    along = np.linspace(-1, 1, 11)
    return pushed(
        laid(front, 0.019 * along, head.upper_teeth[:, 2].min() - 0.001 + 0.0022 * along**2), -0.002
    )


def nose(front: Floats, head: Head) -> Floats:
    along = np.linspace(-1, 1, 9)
    return pushed(
        laid(front, 0.0115 * along, head.upper_teeth[:, 2].min() + 0.023 + 0.0035 * along**2), -0.002
    )


def laid(front: Floats, across: Floats, height: Floats) -> Floats:
    return np.array([surface_point(front, x, z) for x, z in zip(across, height, strict=True)])


def surface_point(front: Floats, x: float, z: float) -> Floats:
    """The face at this place, a little in front of the mean of its nearest points."""
    distance = np.hypot(front[:, 0] - x, front[:, 2] - z)
    near = np.flatnonzero(distance < REACH_M)
    if len(near) < 3:
        near = distance.argsort()[:3]
    return np.array([x, np.percentile(front[near, 1], 25), z])


def pushed(curve: Floats, depth: Floats | float) -> Floats:
    smooth = gaussian_filter1d(curve[:, 1], 1.2, mode="nearest")
    return np.column_stack([curve[:, 0], smooth + depth, curve[:, 2]])


def near_eyes(points: Floats, head: Head) -> Bools:
    gaps = [np.linalg.norm((points - eye) * [1, 0.8, 1], axis=1) for eye in head.eyes]
    return np.asarray(np.min(gaps, axis=0) < 0.030)


def on_ear(points: Floats, head: Head) -> Bools:
    _, y, z = (points - np.mean(head.eyes, axis=0)).T
    return np.asarray(
        (np.abs(points[:, 0]) > 0.066) & (np.abs(y - 0.085) < 0.045) & (np.abs(z + 0.012) < 0.05)
    )

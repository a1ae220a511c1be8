"""The skin follows the skeleton by dual quaternions: hips and shoulders keep their volume.

Kavan et al. 2008, Geometric skinning with approximate dual quaternion blending, ACM Trans Graph 27:105.
"""

from collections.abc import Mapping

import numpy as np
from scipy.spatial.transform import Rotation

from karani.errors import FigureError
from karani.figure.mesh import Floats, cross
from karani.figure.skin import Skin

Frame = tuple[Floats, Floats]
"""Position (3,) [m] and rotation (3, 3) of one body."""


def body_moves(skin: Skin, bind: Mapping[str, Frame], frames: Mapping[str, Frame]) -> tuple[Floats, Floats]:
    """Rotations (bodies, 3, 3) and shifts (bodies, 3) from the bind posture to this one."""
    bind_places, bind_turns = stacked(skin, bind)
    places, turns = stacked(skin, frames)
    moves = turns @ bind_turns.transpose(0, 2, 1)
    return moves, places - np.einsum("bij,bj->bi", moves, bind_places)


def stacked(skin: Skin, frames: Mapping[str, Frame]) -> tuple[Floats, Floats]:
    missing = [name for name in skin.bodies if name not in frames]
    if missing:
        raise FigureError(
            f"The posture lacks the body {missing[0]!r}; it must hold every body of the skeleton."
        )
    places = np.array([frames[name][0] for name in skin.bodies], dtype=float)
    turns = np.array([frames[name][1] for name in skin.bodies], dtype=float)
    if not (np.isfinite(places).all() and np.isfinite(turns).all()):
        raise FigureError("The posture holds a place that is no number; it cannot be drawn.")
    return places, turns


def skinned(skin: Skin, points: Floats, turns: Floats, shifts: Floats) -> Floats:
    """Where the points (points, 3) of the bind posture are now."""
    real = Rotation.from_matrix(turns).as_quat(scalar_first=True)
    dual = 0.5 * quaternion_product(np.column_stack([np.zeros(len(shifts)), shifts]), real)
    index, weights = skin.body_index, skin.weights
    turned = real[index]
    signs = np.where((turned * turned[:, :1]).sum(-1) < 0, -1.0, 1.0)
    shares = (weights * signs)[..., None]
    rotation = (shares * turned).sum(1)
    motion = (shares * dual[index]).sum(1)
    length = np.linalg.norm(rotation, axis=1, keepdims=True)
    return moved_by(points, rotation / length, motion / length)


def moved_by(points: Floats, rotation: Floats, motion: Floats) -> Floats:
    scalar, vector = rotation[:, :1], rotation[:, 1:]
    turned = points + 2 * cross(vector, cross(vector, points) + scalar * points)
    shift = scalar * motion[:, 1:] - motion[:, :1] * vector + cross(vector, motion[:, 1:])
    return np.asarray(turned + 2 * shift)


def quaternion_product(a: Floats, b: Floats) -> Floats:
    w, x, y, z = a.T
    p, q, r, s = b.T
    return np.column_stack([
        w * p - x * q - y * r - z * s,
        w * q + x * p + y * s - z * r,
        w * r - x * s + y * p + z * q,
        w * s + x * r - y * q + z * p,
    ])  # fmt: skip

"""Calm hands: the mesh spreads its fingers; here they lie beside the middle finger."""

from collections.abc import Callable

import numpy as np
from scipy.spatial.transform import Rotation

from karani.figure.bake.fit import Fitted, rotation_between
from karani.figure.bake.makehuman import Floats, Mesh

CLOSING = {"2": 0.85, "4": 0.85, "5": 0.8, "1": 0.35}
"""Share of the angle to the middle finger that is taken away, per finger; the thumb keeps most."""
PHALANGES = "123"


def calm_hands(mesh: Mesh, fitted: Fitted) -> Floats:
    points = fitted.points
    for side in "lr":
        points = calm_hand(mesh, fitted, points, side)
    return points


def calm_hand(mesh: Mesh, fitted: Fitted, points: Floats, side: str) -> Floats:
    place = placing(mesh, fitted, side)
    middle = place("3", 4) - place("3", 1)
    palm = np.cross(place("2", 1) - place("5", 1), middle)
    palm /= np.linalg.norm(palm)
    for finger, share in CLOSING.items():
        root = place(finger, 1)
        angle = share * angle_about(palm, place(finger, 4) - root, middle)
        turn = Rotation.from_rotvec(angle * palm).as_matrix()
        weight = mesh.weight([f"finger{finger}-{bone}.{side.upper()}" for bone in PHALANGES])
        points = points + weight[:, None] * ((points - root) @ turn.T + root - points)
    return points


def placing(mesh: Mesh, fitted: Fitted, side: str) -> Callable[[str, int], Floats]:
    """Where a finger's joint lies after the hand was moved with its wrist."""
    wrist, knuckle = (mesh.center(f"{side}-{joint}") * fitted.scale for joint in ("hand", "finger-3-1"))
    new_wrist, new_knuckle = (fitted.joints[f"{side}-{joint}"] for joint in ("hand", "finger-3-1"))
    turn = rotation_between(knuckle - wrist, new_knuckle - new_wrist)

    def place(finger: str, joint: int) -> Floats:
        before = mesh.center(f"{side}-finger-{finger}-{joint}") * fitted.scale
        return np.asarray(turn @ (before - wrist) + new_wrist)

    return place


def angle_about(axis: Floats, start: Floats, end: Floats) -> float:
    """The angle about the axis from one direction to the other, seen along it."""
    start, end = start - (start @ axis) * axis, end - (end @ axis) * axis
    return float(np.arctan2(np.cross(start, end) @ axis, start @ end))

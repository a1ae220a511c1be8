"""Leggings, top and hair as fields over the skin: how far [m] inside its border each point lies, below 0 outside.

Drawn where a field is above 0, interpolated within triangles: borders are smooth whatever the mesh.
"""

from dataclasses import dataclass

import numpy as np

from karani.figure.bake.face import Head
from karani.figure.bake.makehuman import Floats
from karani.figure.bake.parts import Part

WAIST_ABOVE_HIP_M = 0.145
HEM_ABOVE_ANKLE_M = 0.075
OVERLAP_M = 0.012
SLEEVE_M = 0.105
NECKLINE_M = 0.108
OUTSIDE = -1.0
NECKLINE_WIDTH = np.array([0.82, 1.0, 0.72])
NECKLINE_FROM_C7 = np.array([0, -0.035, -0.005])


@dataclass(frozen=True)
class Fields:
    leggings: Floats  # (points,)
    top: Floats
    hair: Floats


def fields(points: Floats, parts: Floats, joints: dict[str, Floats], head: Head) -> Fields:
    waist = joints["l-upper-leg"][2] + WAIST_ABOVE_HIP_M
    return Fields(
        leggings=leggings(points, parts, waist, joints["l-ankle"][2] + HEM_ABOVE_ANKLE_M),
        top=top(points, parts, waist - OVERLAP_M, joints),
        hair=hair(points, parts, head),
    )


def leggings(points: Floats, parts: Floats, waist: float, hem: float) -> Floats:
    height = points[:, 2]
    arm = parts[:, Part.LEFT_ARM] + parts[:, Part.RIGHT_ARM]
    return np.where(arm > 0.5, OUTSIDE, np.minimum(waist - height, height - hem))


def top(points: Floats, parts: Floats, hem: float, joints: dict[str, Floats]) -> Floats:
    neckline = (
        np.linalg.norm((points - joints["neck"] - NECKLINE_FROM_C7) * NECKLINE_WIDTH, axis=1) - NECKLINE_M
    )
    inside = np.minimum.reduce([points[:, 2] - hem, neckline, SLEEVE_M - along_arms(points, parts, joints)])
    leg = parts[:, Part.LEFT_LEG] + parts[:, Part.RIGHT_LEG]
    return np.where((parts[:, Part.HEAD] > 0.6) | (leg > 0.9), OUTSIDE, inside)


def along_arms(points: Floats, parts: Floats, joints: dict[str, Floats]) -> Floats:
    """How far down its upper arm each point lies; far above it for points of no arm."""
    reach = np.full(len(points), -9.0)
    for side, part in (("l", Part.LEFT_ARM), ("r", Part.RIGHT_ARM)):
        arm = joints[f"{side}-elbow"] - joints[f"{side}-shoulder"]
        along = (points - joints[f"{side}-shoulder"]) @ (arm / np.linalg.norm(arm))
        share = np.clip((parts[:, part] - 0.25) / 0.4, 0, 1)
        reach = np.where(parts[:, part] > 0.2, np.maximum(reach, along * share - 0.2 * (1 - share)), reach)
    return reach


def hair(points: Floats, parts: Floats, head: Head) -> Floats:
    """Above a plane from forehead to nape, bowed up around the ears."""
    _, y, z = (points - np.mean(head.eyes, axis=0)).T
    forehead, nape = np.array([-0.012, 0.078]), np.array([0.150, -0.050])
    line = nape - forehead
    across = np.array([-line[1], line[0]]) / np.linalg.norm(line)
    above = (y - forehead[0]) * across[0] + (z - forehead[1]) * across[1]
    bow = 0.35 * np.maximum(0, 0.062 - np.hypot(y - 0.080, z + 0.016))
    return np.where(parts[:, Part.HEAD] > 0.5, above - bow, OUTSIDE)

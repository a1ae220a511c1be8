"""How far [m] each point moves outward when the body breathes in: belly most, chest less, back hardly."""

import numpy as np

from karani.figure.bake.makehuman import Floats
from karani.figure.bake.parts import Part

BELLY_M, BELLY_AT, BELLY_WIDTH = 0.016, 0.38, 0.16
CHEST_M, CHEST_AT, CHEST_WIDTH = 0.007, 0.75, 0.14
"""Places are shares of the way from hips to neck."""
SIDEWAYS = 0.25


def breath(points: Floats, normals: Floats, parts: Floats, joints: dict[str, Floats]) -> Floats:
    low, high = joints["l-upper-leg"][2], joints["neck"][2]
    up = (points[:, 2] - low) / (high - low)
    moves = BELLY_M * bump(up, BELLY_AT, BELLY_WIDTH) + CHEST_M * bump(up, CHEST_AT, CHEST_WIDTH)
    forward = np.clip(SIDEWAYS - normals[:, 1], 0, 1)
    return np.asarray(moves * forward * parts[:, Part.TRUNK])


def bump(up: Floats, center: float, width: float) -> Floats:
    return np.asarray(np.exp(-0.5 * ((up - center) / width) ** 2))

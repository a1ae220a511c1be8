"""From where a posture is best seen when its content names no camera."""

import numpy as np

from karani.body.body import Frames
from karani.figure.camera import Camera
from karani.figure.mesh import Floats

FORWARD, UP = 0, 1
"""Columns of the chest's rotation."""
UPRIGHT, ON_SIDE = 0.6, 0.5
LOW_M = 0.4
KNEES_APART_M = 0.45
STANDING = Camera(azimuth_deg=78, elevation_deg=6)
SEATED = Camera(azimuth_deg=38, elevation_deg=9)
LYING = Camera(azimuth_deg=80, elevation_deg=9)
OPEN = Camera(azimuth_deg=58, elevation_deg=36)
SIDE_ELEVATION_DEG, SIDE_TURN_DEG = 16, -12


def usual_camera(frames: Frames) -> Camera:
    """From its left side, a little turned so that both legs show; from above where the legs lie open."""
    chest, low = frames["torso"][1], frames["pelvis"][0][2] < LOW_M
    if abs(chest[2, UP]) < ON_SIDE and abs(chest[2, FORWARD]) < ON_SIDE:
        return before(chest[:, FORWARD])
    if chest[2, UP] > UPRIGHT and low:
        return SEATED
    if not low:
        return STANDING
    knees_apart = abs(frames["tibia_r"][0][0] - frames["tibia_l"][0][0])
    return OPEN if knees_apart > KNEES_APART_M else LYING


def before(front: Floats) -> Camera:
    """Someone lying on the side is seen from the front."""
    azimuth = float(np.degrees(np.arctan2(front[0], -front[1])))
    return Camera(azimuth + SIDE_TURN_DEG, SIDE_ELEVATION_DEG)

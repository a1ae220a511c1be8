"""Torques lent by no muscle: next to nothing at the root and at joints with muscles, more where the model lacks them."""

import numpy as np
from numpy.typing import NDArray

from karani.body.coordinates import ROOT

Vector = NDArray[np.float64]

ROOT_SCALE = 0.02
JOINT_SCALE = 1.0
SHOULDER_SCALE = 2.0
ACTUATOR_SCALE = 3.0
NECK_SCALE = 30.0
SHOULDER = ("elv_angle", "shoulder_elv", "shoulder_rot")
NECK = ("neck_", "head_")
ACTUATED = ("pro_sup", "deviation", "flexion", "mtp_angle")
"""Joints of hand, forearm and toes, whose muscles are not computed."""


def reserve_scale(names: tuple[str, ...]) -> Vector:
    """The torque [N m] (root: N, N m) that costs as much as ten fully active muscles, (coordinates,)."""
    return np.array([scale_of(name) for name in names])


def scale_of(name: str) -> float:
    if name in ROOT:
        return ROOT_SCALE
    if name.startswith(NECK):
        return NECK_SCALE
    if own_name(name) in ACTUATED:
        return ACTUATOR_SCALE
    return SHOULDER_SCALE if own_name(name) in SHOULDER else JOINT_SCALE


def is_actuated(name: str) -> bool:
    """Whether no muscle of the model moves this joint, so that its torque is an actuator's."""
    return name.startswith(NECK) or own_name(name) in ACTUATED


def own_name(name: str) -> str:
    return name.removesuffix("_r").removesuffix("_l")

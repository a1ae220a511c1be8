"""Torques lent by no muscle: next to nothing at the root and at joints with muscles, more where the model lacks them."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from karani.body.coordinates import ROOT

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]

ROOT_SCALE = 0.02
JOINT_SCALE = 1.0
SHOULDER_SCALE = 2.0
ACTUATOR_SCALE = 30.0
LIGAMENT_SCALE = 100.0
SHOULDER = ("elv_angle", "shoulder_elv", "shoulder_rot")
NECK = ("neck_", "head_")
CHEST = "thoracic_"
"""The middle back: ribs and the short muscles between them hold it, and the model has only the long ones."""
ACTUATED = ("elbow_flexion", "pro_sup", "deviation", "flexion")
"""Joints of hand and forearm, whose muscles are not computed, and the elbow, whose muscles have hardly any arm in the
model near its ends (2 mm at 5 deg where 15 to 25 are measured); the neck's are the others."""
HELD_BY_LIGAMENTS = ("subtalar_angle", "mtp_angle")
"""Joints of the foot: their ligaments carry most of what they bear, and the model has none."""


@cache
def reserve_scale(names: tuple[str, ...]) -> Vector:
    """The torque [N m] (root: N, N m) that costs as much as ten fully active muscles, (coordinates,)."""
    return np.array([scale_of(name) for name in names])


def scale_of(name: str) -> float:
    if name in ROOT:
        return ROOT_SCALE
    if name.startswith(NECK) or own_name(name) in ACTUATED:
        return ACTUATOR_SCALE
    if name.startswith(CHEST) or own_name(name) in HELD_BY_LIGAMENTS:
        return LIGAMENT_SCALE
    return SHOULDER_SCALE if own_name(name) in SHOULDER else JOINT_SCALE


def is_actuated(name: str) -> bool:
    """Whether the torque at this joint is an actuator's, because its muscles or ligaments are not in the model."""
    return name.startswith((*NECK, CHEST)) or own_name(name) in (*ACTUATED, *HELD_BY_LIGAMENTS)


@cache
def actuated(names: tuple[str, ...]) -> Numbers:
    """The places of the joints that an actuator holds."""
    return np.array([number for number, name in enumerate(names) if is_actuated(name)])


@cache
def lent(names: tuple[str, ...]) -> Numbers:
    """The places of the joints whose muscles are computed: a torque there is lent by nobody."""
    return np.array(
        [number for number, name in enumerate(names) if name not in ROOT and not is_actuated(name)]
    )


def own_name(name: str) -> str:
    return name.removesuffix("_r").removesuffix("_l")

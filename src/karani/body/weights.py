"""How firmly each coordinate is held to its target: the pose lives in hips and spine, arms find their own place."""

import numpy as np
from numpy.typing import NDArray

from karani.body.angles import SHOULDER, SIMPLE
from karani.body.coordinates import Coordinates
from karani.library.pose import PostureSpec

Vector = NDArray[np.float64]

PLACE = 0.05
TURN = 1.0
USUAL = {
    "flex_extension": 1.0,
    "lat_bending": 2.0,
    "axial_rotation": 2.0,
    "thoracic_flexion": 1.0,
    "thoracic_bend": 2.0,
    "thoracic_rotation": 2.0,
    "neck_flexion": 0.5,
    "neck_bend": 1.0,
    "neck_rotation": 1.0,
    "head_flexion": 0.8,
    "elv_angle": 0.3,
    "shoulder_elv": 0.3,
    "shoulder_rot": 0.3,
    "elbow_flexion": 0.4,
    "pro_sup": 0.3,
    "deviation": 1.0,
    "flexion": 0.5,
    "hip_flexion": 0.7,
    "hip_adduction": 1.0,
    "hip_rotation": 0.8,
    "knee_angle": 0.7,
    "ankle_angle": 0.5,
    "subtalar_angle": 1.0,
    "mtp_angle": 0.8,
}
NECK = ("neck_flexion", "head_flexion")


def target_weights(spec: PostureSpec, coordinates: Coordinates) -> Vector:
    """Weight of each coordinate's distance from its target [1/rad], (coordinates,)."""
    weights = np.full(coordinates.count, PLACE)
    weights[3:6] = TURN * spec.firmness.get("pelvis", 1.0)
    firmness = model_firmness(spec.firmness)
    for number, name in enumerate(coordinates.names[6:], 6):
        own = name.removesuffix("_r").removesuffix("_l")
        weights[number] = USUAL.get(own, 1.0) * firmness.get(own, 1.0)
    return weights


def model_firmness(firmness: dict[str, float]) -> dict[str, float]:
    """The same by the model's names."""
    found = {}
    for name, value in firmness.items():
        if name in SIMPLE:
            found[SIMPLE[name][0]] = value
        elif name == "neck_flex":
            found.update(dict.fromkeys(NECK, value))
        elif name in SHOULDER:
            found.update({"shoulder_elv": value, "elv_angle": value})
        else:
            found[name] = value
    return found

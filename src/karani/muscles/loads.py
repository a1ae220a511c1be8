"""What a posture asks of single parts, to set forms of a pose beside each other.

    low back, hips, knees:  sum_i |arm_i T_i| + |ligaments|          everything that pulls across the joint      [N m]
    hamstrings:             sum of the forces along their paths                                                  [N]
    neck, wrists:           |torque of the actuators that stand for muscles the model lacks|                      [N m]
Both sides together. A form counts as easier on a part where its number is smaller.
"""

from dataclasses import dataclass

import numpy as np

from karani.body import Posture
from karani.muscles.ligaments import ligament_moments
from karani.muscles.mechanics import mechanics_at
from karani.muscles.model import MuscleModel
from karani.muscles.muscles import Muscles

JOINTS = {
    "low_back_nm": ("flex_extension",),
    "hips_nm": ("hip_flexion_r", "hip_flexion_l"),
    "knees_nm": ("knee_angle_r", "knee_angle_l"),
}
ACTUATORS = {
    "neck_nm": ("neck_flexion", "neck_bend", "neck_rotation", "head_flexion"),
    "wrists_nm": ("flexion_r", "flexion_l", "deviation_r", "deviation_l"),
}


PARTS = {
    "low-back": "low_back_nm",
    "hips": "hips_nm",
    "knees": "knees_nm",
    "hamstrings": "hamstrings_n",
    "neck": "neck_nm",
    "wrists": "wrists_nm",
}
"""Content's word for a part (vocabulary/load_parts.toml), and where its number stands."""


@dataclass(frozen=True, slots=True)
class Loads:
    low_back_nm: float
    hips_nm: float
    knees_nm: float
    hamstrings_n: float
    neck_nm: float
    wrists_nm: float

    def on(self, part: str) -> float:
        """By content's word for the part."""
        number: float = getattr(self, PARTS[part])
        return number


def loads_of(posture: Posture, model: MuscleModel, muscles: Muscles) -> Loads:
    """`muscles` as solved for this posture in this body; where they do not hold it, passive forces alone are counted."""
    mechanics = mechanics_at(model, posture.coordinates)
    computed = [muscle for muscle in muscles.muscles if muscle.largest_force_n is not None]
    forces = np.array(
        [muscle.stretch_n if muscle.force_n is None else muscle.force_n for muscle in computed],
        dtype=np.float64,
    )
    angles_deg = np.degrees(posture.coordinates[model.carrier.space.first])
    ligaments = np.abs(ligament_moments(model.names, angles_deg, model.flexibility))
    across = np.abs(mechanics.arms * forces[:, None]).sum(axis=0) + ligaments
    joints = {
        part: float(sum(across[model.names.index(name)] for name in names)) for part, names in JOINTS.items()
    }
    actuators = {
        part: sum(abs(muscles.actuator_torques_nm.get(name, 0.0)) for name in names)
        for part, names in ACTUATORS.items()
    }
    hamstrings = sum(muscles.group("hamstrings", side).force_n or 0.0 for side in ("left", "right"))
    return Loads(hamstrings_n=hamstrings, **joints, **actuators)

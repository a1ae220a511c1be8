"""Joints reach as far as yoga does.

A range is only a limit; paths of muscles stay usable beyond the shipped ones (tests keep them in sight). The widths
are what healthy people reach in the poses named in docs/models/body.md.
"""

import mujoco
import numpy as np

RANGES_DEG = {
    "hip_flexion": (-35, 150),
    "hip_adduction": (-60, 40),
    "hip_rotation": (-75, 60),
    "knee_angle": (0, 165),
    "ankle_angle": (-60, 40),
    "mtp_angle": (-40, 70),
    "shoulder_elv": (0, 180),
    "shoulder_rot": (-100, 120),
    "elv_angle": (-110, 140),
    "elbow_flexion": (0, 150),
    "flexion": (-90, 80),
    "deviation": (-20, 35),
}
WHOLE_LUMBAR_DEG = {"flex_extension": (-70, 40), "lat_bending": (-30, 30), "axial_rotation": (-20, 20)}


def widen_ranges(spec: mujoco.MjSpec) -> None:
    for joint in spec.joints:
        name = joint.name.removesuffix("_r").removesuffix("_l")
        if name in RANGES_DEG:
            joint.range = np.radians(RANGES_DEG[name])
        elif name in WHOLE_LUMBAR_DEG:
            joint.range = np.radians(WHOLE_LUMBAR_DEG[name])

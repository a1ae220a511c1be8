"""The shin slides on the thigh bone as in the leg model that myo-sim was made from.

As shipped, the two sliding polynomials have the wrong sign and size: the tibia stands 11.8 mm too high at 90 deg of
knee flexion, the hamstrings are 12 mm too short and the gastrocnemius has an arm of 22 instead of 31 mm.
    slide(x) = c1 x + c2 x^2 + c3 x^3 + c4 x^4   [m], x = knee flexion [rad]
Source: own fit (0.004 mm) to the splines of Rajagopal et al. 2016, IEEE Trans Biomed Eng 63:2068.
"""

import mujoco

SLIDES = {
    "knee_angle_translation1": (0.0, -0.00545, -0.00383, 0.00255, -0.00024),
    "knee_angle_translation2": (0.0, 0.00891, -0.0065, 0.00024, 0.00019),
}
ROOM_M = (-0.03, 0.03)


def mend_knee_translations(spec: mujoco.MjSpec) -> None:
    for equality in spec.equalities:
        slide = equality.name1.removesuffix("_r").removesuffix("_l")
        if slide in SLIDES:
            equality.data[:5] = SLIDES[slide]
            spec.joint(equality.name1).range = ROOM_M

"""Five lumbar joints share one bend, and their shares sum to 1.

As shipped, the coordinate turns L5/S1 by its whole angle and the four joints above by 87.5 % more: a bend of 40 deg
turns the trunk by 75. Here the coordinate is the whole bend; L5/S1 takes what the others leave.
Source: shares of Christophy et al. 2012, Biomech Model Mechanobiol 11:19, doi 10.1007/s10237-011-0290-6.
"""

import mujoco

COORDINATES = ("flex_extension", "lat_bending", "axial_rotation")
LEVEL = "_L"
SHARES_ABOVE = {
    "flex_extension": 0.185 + 0.204 + 0.231 + 0.255,
    "lat_bending": 0.1811 + 0.2453 + 0.2501 + 0.1880,
    "axial_rotation": 0.03778 + 0.03778 + 0.03111 + 0.02889,
}
"""What L4/L5 to L1/L2 take of the whole bend."""


def lumbosacral_share(coordinate: str) -> float:
    """What L5/S1 takes of the whole bend; the joint of the coordinate's name turns by this share."""
    return 1.0 - SHARES_ABOVE[coordinate]


def share_lumbar_bending(spec: mujoco.MjSpec) -> None:
    """The joints above follow L5/S1 so that all five together make the whole bend."""
    for coordinate in COORDINATES:
        follow_whole_bend(spec, coordinate)


def follow_whole_bend(spec: mujoco.MjSpec, coordinate: str) -> None:
    share = lumbosacral_share(coordinate)
    for equality in spec.equalities:
        if equality.name2 == coordinate:
            equality.data[1] /= share

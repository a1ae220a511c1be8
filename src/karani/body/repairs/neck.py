"""The neck bends at C7 and the head nods at C0.

As shipped, head and neck are one piece with the chest: no bridge, no forward bend and no look to the side is
possible (in a bridge the head would go through the floor). Three hinges at C7 and one at C0, with ordinary ranges.
Signs: flexion brings the chin to the chest; bend and rotation follow the right hand about forward and up.
"""

import mujoco
import numpy as np
from numpy.typing import NDArray

C7_IN_NECK = (-0.026, 0.40, 0.0)  # forward, up, right [m] from the neck body's origin
C0_IN_HEAD = (-0.008, 0.02, 0.0)
FORWARD, UP, RIGHT = np.eye(3)
"""The axes of the neck's and the head's own frames."""


def add_neck_joints(spec: mujoco.MjSpec) -> None:
    neck, head = spec.body("neck"), spec.body("head")
    add_hinge(neck, "neck_flexion", -RIGHT, C7_IN_NECK, (-60, 75))
    add_hinge(neck, "neck_bend", FORWARD, C7_IN_NECK, (-45, 45))
    add_hinge(neck, "neck_rotation", UP, C7_IN_NECK, (-80, 80))
    add_hinge(head, "head_flexion", -RIGHT, C0_IN_HEAD, (-25, 25))


def add_hinge(
    body: mujoco.MjsBody,
    name: str,
    axis: NDArray[np.float64],
    place: tuple[float, float, float],
    range_deg: tuple[float, float],
) -> None:
    body.add_joint(
        name=name,
        type=mujoco.mjtJoint.mjJNT_HINGE,
        axis=axis,
        pos=place,
        range=np.radians(range_deg),
        limited=True,
    )

"""What is mended in myo-sim's MyoFullBody before it is used; each repair has its own file and its own reason."""

from collections.abc import Callable

import mujoco

from karani.body.repairs.bone_meshes import leave_out_bone_meshes
from karani.body.repairs.knee_translations import mend_knee_translations
from karani.body.repairs.leg_paths import reroute_leg_muscles
from karani.body.repairs.lost_wraps import restore_lost_wraps
from karani.body.repairs.lumbar_shares import share_lumbar_bending
from karani.body.repairs.neck import add_neck_joints
from karani.body.repairs.ranges import widen_ranges
from karani.body.repairs.thorax import add_mid_thoracic_joint

Repair = Callable[[mujoco.MjSpec], None]

REPAIRS: tuple[Repair, ...] = (
    restore_lost_wraps,
    share_lumbar_bending,
    mend_knee_translations,
    reroute_leg_muscles,
    add_neck_joints,
    add_mid_thoracic_joint,
    widen_ranges,
    leave_out_bone_meshes,
)

__all__ = [
    "REPAIRS",
    "Repair",
    "add_mid_thoracic_joint",
    "add_neck_joints",
    "leave_out_bone_meshes",
    "mend_knee_translations",
    "reroute_leg_muscles",
    "restore_lost_wraps",
    "share_lumbar_bending",
    "widen_ranges",
]

"""Gluteus maximus 1 and 2 and the psoas run round the pelvis again.

As shipped, their wrap cylinders are left out of the paths, which then cut through the bone: at 90 deg of hip flexion
gluteus maximus 1 is 15 mm too short and its moment arm 9 instead of 31 mm; beyond 105 deg it even becomes a hip
flexor. The extended psoas is 3 mm too short. Cylinders and side sites are still in the model; each tendon is made
again with them in its path.
Source: RajagopalLaiUhlrich2023 (opensim-models), where all three wraps are active.
"""

from dataclasses import dataclass

import mujoco


@dataclass(frozen=True, slots=True)
class LostWrap:
    muscle: str
    sites: int
    after_site: int
    wrap: str


LOST_WRAPS = (
    LostWrap("glmax1", 4, 2, "Gmax1_at_pelvis"),
    LostWrap("glmax2", 4, 2, "Gmax2_at_pelvis"),
    LostWrap("psoas", 4, 2, "PS_at_brim"),
)


def restore_lost_wraps(spec: mujoco.MjSpec) -> None:
    for lost in LOST_WRAPS:
        for side in "rl":
            restore_wrap(spec, lost, side)


def restore_wrap(spec: mujoco.MjSpec, lost: LostWrap, side: str) -> None:
    name = f"{lost.muscle}_{side}_tendon"
    spec.delete(spec.tendon(name))
    tendon = spec.add_tendon(name=name)
    for site in range(1, lost.sites + 1):
        tendon.wrap_site(f"{lost.muscle}-P{site}_{side}")
        if site == lost.after_site:
            tendon.wrap_geom(f"{lost.wrap}_wrap_{side}", f"{lost.wrap}_site_{lost.muscle}_{side}")

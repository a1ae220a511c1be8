"""Gluteus maximus 1 and 2 run round the back of the pelvis again.

As shipped, their two wrap cylinders are commented out, so the paths cut through the bone: at 90 deg of hip flexion
the first is 15 mm too short and its moment arm 9 instead of 31 mm; beyond 105 deg it even becomes a hip flexor. The
cylinders and their side sites are still in the model; each tendon is made again with them in its path.
Source: RajagopalLaiUhlrich2023 (opensim-models), where both wraps are active.
"""

import mujoco

FASCICLES = (1, 2)
SITES = (1, 2, 3, 4)
WRAP_AFTER_SITE = 2


def restore_gluteus_maximus_wraps(spec: mujoco.MjSpec) -> None:
    for side in "rl":
        for fascicle in FASCICLES:
            restore_wrap(spec, fascicle, side)


def restore_wrap(spec: mujoco.MjSpec, fascicle: int, side: str) -> None:
    name = f"glmax{fascicle}_{side}_tendon"
    spec.delete(spec.tendon(name))
    tendon = spec.add_tendon(name=name)
    for site in SITES:
        tendon.wrap_site(f"glmax{fascicle}-P{site}_{side}")
        if site == WRAP_AFTER_SITE:
            tendon.wrap_geom(
                f"Gmax{fascicle}_at_pelvis_wrap_{side}",
                f"Gmax{fascicle}_at_pelvis_site_glmax{fascicle}_{side}",
            )

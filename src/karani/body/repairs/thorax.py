"""The chest bends at T8/T9.

As shipped, T1 to T12 are one piece, and a forward bend or a cat's back looks like a hinge at the waist. The vertebrae
and ribs below T8 get a body of their own that stays with L1, with every back muscle's site on them; the upper chest
(with head, arms, breastbone and the abdominal muscles' ribs) turns against it. Together about 60 % of the chest's mass
would lie above; the mass stays with the upper body, as the whole bends by little.
"""

import mujoco
import numpy as np

from karani.body.repairs.neck import FORWARD, RIGHT, UP, add_hinge

DISC_T8_T9 = (-0.045, 0.225, 0.0)
"""Forward, up, right [m] in the chest's frame."""
BACK_OF = -0.013
ABDOMINALS = ("EO", "IO", "rect_abd")


def add_mid_thoracic_joint(spec: mujoco.MjSpec) -> None:
    chest = spec.body("torso")
    lower = spec.body("lumbar1").add_body(name="thorax_lower", pos=chest.pos, quat=chest.quat)
    for site in [site for site in chest.sites if is_lower_back(site)]:
        move_site(site, lower)
    add_hinge(chest, "thoracic_flexion", -RIGHT, DISC_T8_T9, (-25, 40))
    add_hinge(chest, "thoracic_bend", FORWARD, DISC_T8_T9, (-20, 20))
    add_hinge(chest, "thoracic_rotation", UP, DISC_T8_T9, (-30, 30))


def is_lower_back(site: mujoco.MjsSite) -> bool:
    forward, up, _ = np.array(site.pos)
    return bool(up < DISC_T8_T9[1] and forward < BACK_OF and not site.name.startswith(ABDOMINALS))


def move_site(site: mujoco.MjsSite, body: mujoco.MjsBody) -> None:
    """Tendons name their sites, so the new site takes the name over."""
    name = site.name
    site.name = f"{name}_before"
    body.add_site(name=name, pos=site.pos, group=site.group)

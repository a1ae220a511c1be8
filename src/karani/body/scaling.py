"""The compiled body in a person's size.

Every segment has one factor on all lengths in it (bones, joints, muscle sites, wrap surfaces), so that a muscle's path
scales with the segments it crosses. The trunk's sideways lengths carry the widths of shoulders and hips besides. The
whole is then brought to the person's height. Masses are the person's mass shared out by de Leva (1996); inertias go
with mass times length squared. The compiled arrays are scaled directly: 5 ms instead of compiling anew.
"""

from dataclasses import asdict, dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.person import Person
from karani.body.segments import SEGMENTS, segment_facts, segment_of

BASE_HEIGHT_M = 1.768
"""Sole to crown of the skin at factor 1, standing straight."""
UPRIGHT = ("head", "trunk", "thigh", "shank", "foot")
SHARE_OF_HEIGHT = {"head": 0.172, "trunk": 0.328, "thigh": 0.229, "shank": 0.226, "foot": 0.045}
"""What each upright segment adds to the model's standing height [1]: crown to C7, to hip, knee, ankle, sole."""
SIDEWAYS = 2
"""The axis of the trunk's own frames that points to the side."""
HIPS = ("Full Body", "pelvis", "sacrum", "myolegs_root")


@dataclass(frozen=True, slots=True)
class Factors:
    """What each segment's lengths [1] and masses [1] are multiplied by."""

    lengths: dict[str, float]
    widths: dict[str, float]
    masses: dict[str, float]


def scale_factors(person: Person, model: mujoco.MjModel) -> Factors:
    facts = segment_facts()
    proportions = asdict(person.proportions)
    stature = sum(SHARE_OF_HEIGHT[segment] * proportions[segment] for segment in UPRIGHT)
    whole = person.height_cm / 100 / BASE_HEIGHT_M / stature
    return Factors(
        lengths={segment: whole * proportions[segment] for segment in SEGMENTS},
        widths=dict(facts["width_factor"][person.sex]),
        masses=mass_factors(person, model, facts["mass_share"][person.sex]),
    )


def mass_factors(person: Person, model: mujoco.MjModel, shares: dict[str, float]) -> dict[str, float]:
    now = dict.fromkeys(SEGMENTS, 0.0)
    for body in range(model.nbody):
        now[segment_of(model.body(body).name)] += float(model.body_mass[body])
    sides = {segment: 1 if segment in {"head", "trunk"} else 2 for segment in SEGMENTS}
    whole = sum(shares[segment] * sides[segment] for segment in SEGMENTS)
    return {
        segment: person.mass_kg * shares[segment] * sides[segment] / whole / now[segment]
        for segment in SEGMENTS
    }


def scale_model(model: mujoco.MjModel, factors: Factors) -> None:
    """Bring `model` to size, in place."""
    axes = body_axes(model, factors)  # (bodies, 3)
    segments = [segment_of(model.body(body).name) for body in range(model.nbody)]
    lengths = np.array([factors.lengths[segment] for segment in segments])
    masses = np.array([factors.masses[segment] for segment in segments])
    scale_slides(model, lengths)
    model.body_pos *= axes[model.body_parentid]
    model.body_ipos *= axes
    model.body_mass *= masses
    model.body_inertia *= (masses * lengths**2)[:, None]
    model.jnt_pos *= axes[model.jnt_bodyid]
    model.site_pos *= axes[model.site_bodyid]
    model.site_size *= lengths[model.site_bodyid][:, None]
    model.geom_pos *= axes[model.geom_bodyid]
    model.geom_size *= lengths[model.geom_bodyid][:, None]
    model.qpos0[:3] *= lengths[1]
    mujoco.mj_setConst(model, mujoco.MjData(model))


def body_axes(model: mujoco.MjModel, factors: Factors) -> NDArray[np.float64]:
    """The factor along each axis of each body's own frame, (bodies, 3)."""
    axes = np.ones((model.nbody, 3))
    for body in range(1, model.nbody):
        name = model.body(body).name
        segment = segment_of(name)
        axes[body] = factors.lengths[segment]
        if name in HIPS:
            axes[body, SIDEWAYS] *= factors.widths["hips"]
        elif name.startswith("clavicle"):
            axes[body] *= factors.widths["shoulders"]
    axes[0] = factors.lengths["trunk"]
    return axes


def scale_slides(model: mujoco.MjModel, lengths: NDArray[np.float64]) -> None:
    """Sliding joints move in the parent's lengths; their coupling polynomials give lengths too."""
    for equality in range(model.neq):
        joint = int(model.eq_obj1id[equality])
        if model.jnt_type[joint] == mujoco.mjtJoint.mjJNT_SLIDE:
            factor = lengths[model.body_parentid[model.jnt_bodyid[joint]]]
            model.eq_data[equality, :5] *= factor
            model.jnt_range[joint] *= factor

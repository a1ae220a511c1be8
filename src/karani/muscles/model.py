"""Everything about one body's muscles that no posture changes, made once."""

from dataclasses import dataclass, replace

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body import Body, muscle_geometry
from karani.body.coordinates import Coordinates
from karani.body.motion import Carrier, carrier_of
from karani.body.muscle_groups import muscle_group, muscle_side
from karani.body.space import whole_space
from karani.muscles.fiber import Fibers, fibers_at, fibers_of
from karani.muscles.grouping import Grouping, grouping_of
from karani.muscles.limbs import Limbs, limbs_of
from karani.muscles.parameters import Parameters, base_name, parameters_of
from karani.muscles.passive import PassiveCurves, curves_of, passive_forces
from karani.muscles.segments import Segments, segments_of

Vector = NDArray[np.float64]

GRAVITY = 9.81
"""[m/s^2]; as the body's model has it."""
SHOULDER_GIRDLE = ("sternoclav", "acromio", "unrot")
"""How the names of the joints between breastbone and shoulder blade begin."""


@dataclass(frozen=True)
class MuscleModel:
    """`carrier` moves with joints whose forces must balance: the shoulder blade does not follow the arm there, which
    is as if the muscles that hold it (trapezius, serratus, rhomboids), which the model lacks, gave any torque needed."""

    body: Body
    forces: Body
    carrier: Carrier
    segments: Segments
    limbs: Limbs
    parameters: Parameters
    curves: PassiveCurves
    standing: Fibers
    standing_passive: Vector
    flexibility: float
    identities: tuple[tuple[str, str, str], ...]
    """Name, group and side of every path."""
    grouping: Grouping
    names: tuple[str, ...]
    """Of the coordinates that must balance, in order."""

    @property
    def weight_n(self) -> float:
        """Of the body as its segments weigh."""
        return float(self.body.model.body_subtreemass[0]) * GRAVITY


def make_muscles(body: Body, flexibility: float | None = None) -> MuscleModel:
    """The muscles of a body; `flexibility` [1] is found from the person's straight-leg raise if it is not given."""
    from karani.muscles.flexibility import flexibility_of  # noqa: PLC0415 - it needs a model to find its number

    model = model_at(body, 1.0 if flexibility is None else flexibility)
    if flexibility is not None:
        return model
    found = flexibility_of(model, body.person.straight_leg_raise_deg)
    return with_flexibility(model, found)


def model_at(body: Body, flexibility: float) -> MuscleModel:
    forces = replace(body, coordinates=released(body.model, body.coordinates))
    standing_lengths = muscle_geometry(body, np.zeros(body.coordinates.count)).lengths
    parameters = parameters_of(body, standing_lengths)
    standing = fibers_at(parameters, standing_lengths)
    names = [base_name(body.muscles[row]) for row in parameters.rows]
    curves = curves_of(names, standing, fibers_of(parameters, parameters.longest))
    carrier = carrier_of(forces, whole_space(body.coordinates))
    identities = tuple((name, muscle_group(name), muscle_side(name)) for name in body.muscles)
    return MuscleModel(
        body,
        forces,
        carrier,
        segments_of(body, carrier),
        limbs_of(body),
        parameters,
        curves,
        standing,
        passive_forces(parameters, curves, standing, flexibility),
        flexibility,
        identities,
        grouping_of([identity[1:] for identity in identities], parameters.rows, parameters.largest_force),
        tuple(body.coordinates.names[number] for number in carrier.space.first),
    )


def with_flexibility(model: MuscleModel, flexibility: float) -> MuscleModel:
    passive = passive_forces(model.parameters, model.curves, model.standing, flexibility)
    return replace(model, standing_passive=passive, flexibility=flexibility)


def released(model: mujoco.MjModel, coordinates: Coordinates) -> Coordinates:
    """The couplings without those of the shoulder girdle, for rates only: places need the whole ones."""
    joints = [model.joint(int(number)).name for number in model.dof_jntid[6:]]
    girdle = np.array([name.startswith(SHOULDER_GIRDLE) for name in joints])
    couplings = coordinates.couplings.copy()
    couplings[girdle, 1:] = 0.0
    return replace(coordinates, couplings=couplings)

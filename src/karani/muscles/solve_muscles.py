"""Stretch and work of every muscle in a posture, and the forces that carry the body."""

import numpy as np
from numpy.typing import NDArray

from karani.body import Posture
from karani.muscles.columns import columns_of
from karani.muscles.fiber import active_share
from karani.muscles.mechanics import mechanics_at
from karani.muscles.model import MuscleModel
from karani.muscles.muscles import Muscles, MuscleState
from karani.muscles.report import muscle_states, report_muscles
from karani.muscles.reserves import reserve_scale
from karani.muscles.static_optimization import Program, program_of, solve_program
from karani.muscles.stretch import Stretch, stretch_at
from karani.muscles.supports import Supports, places_of, supports_of

Vector = NDArray[np.float64]

LEAST_FORCE_SHARE = 0.1
"""A muscle at the end of its range still gives a little; keeps the program well posed."""


def solve_muscles(posture: Posture, model: MuscleModel) -> Muscles:
    """The least muscle work that holds the posture in `model`'s body, with unknown support forces.

    Forces in newtons, moments in newton meters. A posture that no muscles could hold comes back with its reserves,
    `solved` false, and a sentence. Method: docs/models/muscles.md.
    """
    stretch = stretch_at(model, mechanics_at(model, posture.coordinates))
    supports = supports_of(model, posture, stretch.mechanics.motion)
    solution = solve_program(posture_program(model, stretch, supports))
    return report_muscles(posture, model, stretch, supports, solution)


def effort_of(posture: Posture, model: MuscleModel) -> float:
    """The sum of squared activations alone; NaN where no balance was found."""
    stretch = stretch_at(model, mechanics_at(model, posture.coordinates))
    supports = supports_of(model, posture, stretch.mechanics.motion)
    solution = solve_program(posture_program(model, stretch, supports))
    return float(np.square(solution.activations).sum()) if solution.solved else float("nan")


def stretch_of(model: MuscleModel, x: Vector) -> tuple[MuscleState, ...]:
    """Lengths and passive forces of a free body at coordinates `x` (coordinates,), with nothing to hold."""
    stretch = stretch_at(model, mechanics_at(model, x))
    return muscle_states(model, stretch, columns_of(model, stretch, np.zeros(len(model.parameters.rows))))


def posture_program(model: MuscleModel, stretch: Stretch, supports: Supports) -> Program:
    mechanics, fibers = stretch.mechanics, stretch.fibers
    strength = model.parameters.largest_force * fibers.cosines
    strength = strength * np.maximum(active_share(fibers.ratios), LEAST_FORCE_SHARE)
    return program_of(
        mechanics.arms * strength[:, None],
        places_of(model, supports, mechanics.motion),
        mechanics.gravity - stretch.moments,
        reserve_scale(model.names),
        model.weight_n,
    )

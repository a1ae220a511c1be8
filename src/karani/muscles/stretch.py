"""Everything that lengths alone decide in a posture: fibers, passive forces, and the moments of these and of ligaments."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.muscles.fiber import Fibers, fibers_at
from karani.muscles.ligaments import ligament_moments
from karani.muscles.mechanics import Mechanics
from karani.muscles.model import MuscleModel
from karani.muscles.passive import passive_forces

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Stretch:
    mechanics: Mechanics
    fibers: Fibers
    passive: Vector  # (computed,) [N] along the path
    moments: Vector  # (coordinates,) [N m] of passive forces and ligaments


def stretch_at(model: MuscleModel, mechanics: Mechanics, flexibility: float | None = None) -> Stretch:
    """With the model's flexibility, or another."""
    number = model.flexibility if flexibility is None else flexibility
    fibers = fibers_at(model.parameters, mechanics.lengths)
    passive = passive_forces(model.parameters, model.curves, fibers, number)
    angles_deg = np.degrees(mechanics.motion.x[model.carrier.space.first])
    ligaments = ligament_moments(model.names, angles_deg, number)
    return Stretch(mechanics, fibers, passive, np.einsum("mc,m->c", mechanics.arms, passive) + ligaments)

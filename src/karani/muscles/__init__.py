"""The muscles: which stretch and which work in a posture, with what force, and what was not computed."""

from karani.muscles.model import MuscleModel, make_muscles
from karani.muscles.muscles import (
    GroupState,
    Muscles,
    MuscleState,
    State,
    SupportForce,
    muscles_to_dict,
    state_to_dict,
    stretch_shade,
)
from karani.muscles.solve_muscles import solve_muscles, stretch_of

__all__ = [
    "GroupState",
    "MuscleModel",
    "MuscleState",
    "Muscles",
    "State",
    "SupportForce",
    "make_muscles",
    "muscles_to_dict",
    "solve_muscles",
    "state_to_dict",
    "stretch_of",
    "stretch_shade",
]

"""The muscles: which stretch and which work in a posture, with what force, and what was not computed."""

from karani.muscles.ease import Eased, ease, eases
from karani.muscles.loads import Loads, loads_of
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
from karani.muscles.solve_muscles import effort_of, solve_muscles, stretch_of

__all__ = [
    "Eased",
    "GroupState",
    "Loads",
    "MuscleModel",
    "MuscleState",
    "Muscles",
    "State",
    "SupportForce",
    "ease",
    "eases",
    "effort_of",
    "loads_of",
    "make_muscles",
    "muscles_to_dict",
    "solve_muscles",
    "state_to_dict",
    "stretch_of",
    "stretch_shade",
]

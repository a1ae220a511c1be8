"""A solved posture: where one body's segments are, what they rest on, and how well it holds."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Frames
from karani.body.person import Person
from karani.body.surfaces import Surface

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class ContactPoint:
    """A place where the body rests: how far it is from touching [cm] (0 is touching), and where [m]."""

    segment: str
    part: str
    surface: str
    gap_cm: float
    place_m: tuple[float, float, float]
    force_n: float | None = None
    """Computed from the muscles' balance, not here."""


@dataclass(frozen=True)
class Posture:
    """`coordinates` [m, rad] in the order of the body's names; the arrays are read-only."""

    pose: str
    person: Person
    coordinates: Vector
    joints_deg: dict[str, float]
    frames: Frames
    heights_cm: dict[str, float]
    contacts: tuple[ContactPoint, ...]
    surfaces: tuple[Surface, ...]
    settings: dict[str, float]
    wall_distance_cm: float | None
    solved: bool
    residual_cm: float
    outcome: str


def posture_to_dict(posture: Posture) -> dict[str, Any]:
    """As the command line prints it; keys carry their unit."""
    person = posture.person
    return {
        "pose": posture.pose,
        "person": {
            "height_cm": person.height_cm,
            "mass_kg": person.mass_kg,
            "sex": person.sex,
            "age": person.age,
            "straight_leg_raise_deg": person.straight_leg_raise_deg,
        },
        "joints_deg": rounded(posture.joints_deg, 2),
        "heights_cm": rounded(posture.heights_cm, 1),
        "contacts": [
            {
                "segment": contact.segment,
                "part": contact.part,
                "surface": contact.surface,
                "gap_cm": round(contact.gap_cm, 2),
                "place_m": [round(value, 4) for value in contact.place_m],
                "force_n": contact.force_n,
            }
            for contact in posture.contacts
        ],
        "settings": rounded(posture.settings, 1),
        "wall_distance_cm": None if posture.wall_distance_cm is None else round(posture.wall_distance_cm, 1),
        "solved": posture.solved,
        "residual_cm": round(posture.residual_cm, 2),
        "outcome": posture.outcome,
    }


def rounded(values: dict[str, float], digits: int) -> dict[str, float]:
    return {name: round(value, digits) + 0.0 for name, value in values.items()}

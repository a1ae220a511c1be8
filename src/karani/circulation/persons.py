"""A person, and how persons differ from the reference person of the tables.

blood volume   Nadler 1962: a h^3 + b m + c        h m, m kg, l
sizes          volumes and compliances grow, resistances and elastances fall, with the blood volume
age            arteries stiffen; the vagal reflex and the breath's swing of the pulse weaken
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from karani.errors import KaraniError

Sex = Literal["female", "male"]
CM_PER_M = 100.0
ML_PER_L = 1000.0
BOUNDS = {"height_cm": (120.0, 220.0), "mass_kg": (30.0, 250.0), "age_years": (16.0, 100.0)}


class PersonError(KaraniError):
    """A body that the model was not made for."""


class Persons(NamedTuple):
    """content/physiology/persons.toml."""

    reference_height_cm: float
    reference_mass_kg: float
    reference_age_years: float
    reference_blood_ml: float
    nadler_men_l_per_m3: float
    nadler_men_l_per_kg: float
    nadler_men_l: float
    nadler_women_l_per_m3: float
    nadler_women_l_per_kg: float
    nadler_women_l: float
    women_rr_interval_s: float
    vagal_loss_per_year: float
    arterial_compliance_loss_per_year: float
    least_share_left: float
    neck_share: float
    head_share: float
    shoulder_share: float
    heart_share: float
    hip_share: float
    knee_share: float
    ankle_share: float
    arm_length_share: float
    dead_space_l: float
    alveolar_l_per_min: float
    deepest_easy_breath_l: float
    spread_blood_log: float
    spread_rr_interval_s: float
    spread_gain_log: float
    spread_arrhythmia_log: float
    spread_leg_compliance_log: float
    spread_work_log: float


@dataclass(frozen=True, slots=True)
class Person:
    """Whose circulation it is; the default is the reference person."""

    height_cm: float = 175.0
    mass_kg: float = 75.0
    sex: Sex = "male"
    age_years: float = 30.0

    def __post_init__(self) -> None:
        for name, (least, most) in BOUNDS.items():
            found = getattr(self, name)
            if not least <= found <= most:
                raise PersonError(f"{name} is {found:g}; the model is made for {least:g} to {most:g}.")
        if self.sex not in ("female", "male"):
            raise PersonError(f"sex is {self.sex!r}; the tables of blood volume know female and male.")


def blood_volume_ml(person: Person, persons: Persons) -> float:
    """As Nadler's formula has it, scaled so that the reference person has the tables' volume."""
    reference = Person(
        persons.reference_height_cm, persons.reference_mass_kg, "male", persons.reference_age_years
    )
    return persons.reference_blood_ml * nadler_l(person, persons) / nadler_l(reference, persons)


def nadler_l(person: Person, p: Persons) -> float:
    cubed = (person.height_cm / CM_PER_M) ** 3
    if person.sex == "female":
        return p.nadler_women_l_per_m3 * cubed + p.nadler_women_l_per_kg * person.mass_kg + p.nadler_women_l
    return p.nadler_men_l_per_m3 * cubed + p.nadler_men_l_per_kg * person.mass_kg + p.nadler_men_l


def share_left(age_years: float, loss_per_year: float, persons: Persons) -> float:
    """What age leaves of something that the reference age has in full."""
    left = 1.0 - loss_per_year * (age_years - persons.reference_age_years)
    return max(left, persons.least_share_left)

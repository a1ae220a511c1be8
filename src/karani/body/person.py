"""Whose body it is: height, mass, sex, age, proportions and flexibility; nothing that names a person."""

from dataclasses import dataclass, field, fields
from math import isfinite
from typing import Literal

from karani.errors import BodyError

Sex = Literal["female", "male"]
SEXES = ("female", "male")
HEIGHT_CM = (140.0, 205.0)
MASS_KG = (40.0, 140.0)
AGE = (16.0, 100.0)
STRAIGHT_LEG_RAISE_DEG = (30.0, 130.0)
PROPORTION = (0.85, 1.15)


@dataclass(frozen=True, slots=True)
class Proportions:
    """Lengths of segments [1] against the model's at the same height; the height itself stays the person's."""

    head: float = 1.0
    trunk: float = 1.0
    upper_arm: float = 1.0
    forearm: float = 1.0
    hand: float = 1.0
    thigh: float = 1.0
    shank: float = 1.0
    foot: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """A body's measures. `straight_leg_raise_deg` is how far one straight leg lifts while lying on the back."""

    height_cm: float = 170.0
    mass_kg: float = 68.0
    sex: Sex = "female"
    age: float = 40.0
    straight_leg_raise_deg: float = 80.0
    proportions: Proportions = field(default_factory=Proportions)

    def __post_init__(self) -> None:
        check("height", self.height_cm, HEIGHT_CM, "cm")
        check("mass", self.mass_kg, MASS_KG, "kg")
        check("age", self.age, AGE, "years")
        check("straight-leg raise", self.straight_leg_raise_deg, STRAIGHT_LEG_RAISE_DEG, "deg")
        if self.sex not in SEXES:
            raise BodyError(f"A person's sex is given as {self.sex!r}; the body model knows female and male.")
        for segment in fields(self.proportions):
            check(
                f"proportion of the {segment.name}", getattr(self.proportions, segment.name), PROPORTION, ""
            )


def check(what: str, value: float, allowed: tuple[float, float], unit: str) -> None:
    least, most = allowed
    if not (isfinite(value) and least <= value <= most):
        within = f"{least:g} to {most:g} {unit}".strip()
        raise BodyError(f"The {what} is {value:g} {unit}".strip() + f"; the body model holds for {within}.")

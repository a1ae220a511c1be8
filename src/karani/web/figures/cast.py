"""Who is drawn: the person's own body as far as they told it, else people in turns.

The body model holds for certain sizes (karani.body.person); a person beyond them is drawn at its edge, as pictures are
not to scale.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from zlib import crc32

from karani.library.packaged import PACKAGED_CONTENT
from karani.storage import Person

HEIGHT_CM = (140.0, 205.0)
MASS_KG = (40.0, 140.0)
AGE = (16, 100)
STRAIGHT_LEG_RAISE_DEG = (30.0, 130.0)
IN_TURNS = "in turns"
SHAPES = {"": "as my sex says, else in turns", "female": "a woman", "male": "a man"}
TONES = {"": IN_TURNS, "light": "light", "tan": "tan", "brown": "brown", "deep": "deep"}
CLOTHES = {"": IN_TURNS, "coral": "coral, blue", "ochre": "ochre, plum", "sage": "sage, navy"}
"""Answers about the look of the figure, with their names."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A body that is drawn, and how it looks. The look is classes only, never part of what is computed."""

    height_cm: float
    mass_kg: float
    sex: str
    age: int
    tone: str
    clothes: str
    straight_leg_raise_deg: float = 80.0

    @property
    def measures(self) -> tuple[float, float, str, float, float]:
        """What the paths depend on."""
        return self.height_cm, self.mass_kg, self.sex, self.age, self.straight_leg_raise_deg

    @property
    def classes(self) -> str:
        return f"kf kf-{self.tone} kf-{self.clothes}"


@cache
def read_cast() -> tuple[Drawn, ...]:
    return tuple(Drawn(**member) for member in cast_file()["cast"])


def shown_in() -> str:
    """The pose in which somebody sees how they are drawn."""
    return str(cast_file()["shown_in"])


@cache
def cast_file() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "figure" / "cast.toml").read_text("utf-8"))


def who_is_drawn(person: Person, turn: str) -> Drawn:
    """`turn` is the pose, or the practice, that decides whose turn it is where the person is not drawn themselves."""
    look = person.look
    sex = look.shape or person.sex
    if not (sex or look.tone or person.height_cm or person.mass_kg):
        return dressed(read_cast()[crc32(turn.encode()) % len(read_cast())], look.clothes)
    return measured(person, next(each for each in read_cast() if sex in {None, "", each.sex}))


def measured(person: Person, like: Drawn) -> Drawn:
    """As the person told it; what they left out is as in `like`, of the same build."""
    height = within(person.height_cm, HEIGHT_CM, like.height_cm)
    usual_mass = like.mass_kg * (height / like.height_cm) ** 2
    own = replace(
        like,
        height_cm=height,
        mass_kg=round(within(person.mass_kg, MASS_KG, usual_mass), 1),
        age=int(within(person.age, AGE, like.age)),
        straight_leg_raise_deg=within(
            person.straight_leg_raise_deg, STRAIGHT_LEG_RAISE_DEG, like.straight_leg_raise_deg
        ),
        tone=person.look.tone or like.tone,
    )
    return dressed(own, person.look.clothes)


def dressed(drawn: Drawn, clothes: str) -> Drawn:
    return replace(drawn, clothes=clothes) if clothes else drawn


def within(told: float | None, limits: tuple[float, float], usual: float) -> float:
    """A value that the body model holds for."""
    least, most = limits
    return min(max(usual if told is None else told, least), most)

"""Screening: what a person's conditions allow of one pose.

`avoid`: never. `modify`: only the form named as `instead`. `ask_doctor`: after the person confirms that a doctor
agreed. `caution`: with its note. The strictest caution decides; the pose carries them strictest first.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from karani.library.pose import Action, Caution, Pose

Answer = Literal["allowed", "replaced", "needs-doctor", "avoided"]

ANSWERS: dict[Action, Answer] = {"avoid": "avoided", "modify": "replaced", "ask_doctor": "needs-doctor"}
STRICTNESS: tuple[Action, ...] = ("avoid", "modify", "ask_doctor")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, the caution (condition, rule, basis) that decided it, and what else must be said."""

    answer: Answer
    because: Caution | None
    insteads: tuple[str, ...]
    """Slugs of the forms that the deciding cautions name, the strictest one's first."""
    notes: tuple[Caution, ...]

    @property
    def allowed(self) -> bool:
        return self.answer == "allowed"

    @property
    def instead(self) -> str | None:
        return self.insteads[0] if self.insteads else None


def screen(
    pose: Pose, conditions: AbstractSet[str], doctor_agreed: AbstractSet[str] = frozenset()
) -> Verdict:
    met = [caution for caution in pose.cautions if caution.condition in conditions]
    barring = sorted((caution for caution in met if is_barring(caution, doctor_agreed)), key=strictness)
    if barring:
        named = dict.fromkeys(caution.instead for caution in barring if caution.instead)
        return Verdict(ANSWERS[barring[0].action], barring[0], tuple(named), ())
    return Verdict("allowed", None, (), tuple(met))


def is_barring(caution: Caution, doctor_agreed: AbstractSet[str]) -> bool:
    if caution.action == "ask_doctor":
        return caution.condition not in doctor_agreed
    return caution.action in STRICTNESS


def strictness(caution: Caution) -> int:
    return STRICTNESS.index(caution.action)

"""What a person does: postures and breathing, one step after another."""

from dataclasses import dataclass
from typing import Literal

from karani.errors import KaraniError

LONGEST_S = 4 * 60 * 60
LONGEST_SENTENCE = "4 hours (14400 s)"
Named = Literal["lying", "sitting", "standing"]
NAMED: tuple[Named, ...] = ("lying", "sitting", "standing")


class TimelineError(KaraniError):
    """A timeline that nobody can follow."""


@dataclass(frozen=True, slots=True)
class Breath:
    """A breath: in, out, rest; and how much air above rest it moves."""

    inhale_s: float
    exhale_s: float
    tidal_volume_l: float
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Tilt:
    """A straight body on a table: 0 lying, 90 standing, negative head-down; nobody's muscles move it.

    `legs_deg`: the legs apart from the trunk, above the horizontal; None: in line with it.
    """

    tilt_deg: float
    legs_deg: float | None = None


@dataclass(frozen=True, slots=True)
class PoseName:
    slug: str


Where = Tilt | Named | PoseName


@dataclass(frozen=True, slots=True)
class Step:
    """One posture held for some seconds, getting there included; `breath` None: natural breathing.

    `effort`: how hard the muscles work to hold it, 0 (rest) to 1 (the strongest grip of a hand); many muscles at once may pass 1.
    """

    where: Where
    seconds: float
    breath: Breath | None = None
    effort: float = 0.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps in order. Before the first, the body has long been lying at rest."""

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise TimelineError("The timeline has no step; it needs at least one [[step]].")
        if self.seconds > LONGEST_S:
            raise TimelineError(
                f"The timeline lasts {self.seconds:g} s; at most {LONGEST_SENTENCE} are computed."
            )

    @property
    def seconds(self) -> float:
        return sum(step.seconds for step in self.steps)

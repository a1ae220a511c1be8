"""What a person told about themselves. Everything may stay unsaid."""

from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a practice is led. `voice` is a natural voice, captions, device or "" for the usual one; volumes run from 0 to 100, tones and bed with 50 as they are meant."""

    voice: str = ""
    speed: float = 0.85
    volume: int = 80
    tones: int = 50
    bed: int = 50
    dim: bool = True
    start_delay_s: int = 5


@dataclass(frozen=True, slots=True)
class Look:
    """How the person's figure looks: `shape` (female or male), `tone` of the skin and `clothes`; "" where it is all the same."""

    shape: str = ""
    tone: str = ""
    clothes: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """`props` is None until the person said what is at hand."""

    conditions: frozenset[str] = field(default_factory=frozenset)
    doctor_agreed: frozenset[str] = field(default_factory=frozenset)
    props: frozenset[str] | None = None
    excluded: frozenset[str] = field(default_factory=frozenset)
    height_cm: float | None = None
    mass_kg: float | None = None
    sex: str | None = None
    age: int | None = None
    straight_leg_raise_deg: float | None = None
    count_s: float = 1.0
    breath: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    look: Look = field(default_factory=Look)
    first_question_seen: bool = False

    def asked_once(self) -> "Person":
        return replace(self, first_question_seen=True)


@dataclass(frozen=True, slots=True)
class PoseNote:
    """A pose that hurt. It is not planned again until the person lifts the note."""

    pose: str
    pain_place: str
    since: datetime

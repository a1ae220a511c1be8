"""The words that content may use: one frozen type per file of content/vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from karani.library.pose import Action, Line


@dataclass(frozen=True, slots=True)
class Condition:
    slug: str
    name: str
    question: str
    told: str
    """How the person's own answer is quoted back: "You told us your bones are thin." """


@dataclass(frozen=True, slots=True)
class Rule:
    """A screening rule: a pose with every one of these features meets the condition with this action."""

    condition: str
    when: dict[str, tuple[str | bool, ...]]
    action: Action
    basis: str
    why: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that ends a practice, or changes it. `urgency`: emergency, today, or come-out."""

    sign: str
    do: str
    urgency: str


@dataclass(frozen=True, slots=True)
class PainPlace:
    """An answer to "Where does it hurt?": what is asked of the rest of the practice."""

    slug: str
    name: str
    felt: str
    """How the journal says it: "your back hurt"."""
    as_conditions: tuple[str, ...]
    leave_out: dict[str, tuple[str | bool, ...]]
    """For the rest of the practice a pose with any of these features is left out."""
    red_flag: bool
    red_flag_text: str
    first_words: Line
    parts: tuple[str, ...] = ()
    """Of vocabulary/load_parts.toml: what is offered instead comes by the load on these."""


@dataclass(frozen=True, slots=True)
class Need:
    """A need and how it is met. Phases in order; each names the poses that fill it, best first."""

    slug: str
    name: str
    title: str
    """For the plan's heading: "to calm down", so that "Twenty minutes to calm down". """
    sentence: str
    main: tuple[str, ...]
    arrive: tuple[str, ...]
    prepare: tuple[str, ...]
    support: tuple[str, ...]
    rest: tuple[str, ...]
    return_to: tuple[str, ...]
    leave_out: tuple[str, ...]
    leave_out_why: str
    as_conditions: tuple[str, ...]
    breath: str
    return_chime: bool
    half_way: tuple[Line, ...] = ()
    """A break in the middle of a long hold with raised legs."""
    leave_out_features: Mapping[str, tuple[str | bool, ...]] = field(default_factory=dict)
    """Poses that ask one of these of a body are left out as well, without being told one by one."""
    leave_out_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prop:
    slug: str
    name: str
    household: tuple[str, ...]
    """What does the same at home: couch for chair, belt for strap."""
    usual: bool
    """At hand in most homes: counted on until the person says what they have."""
    fetch: Line


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body is between two steps: standing, kneeling, seated, side-lying, supine, prone ..."""

    slug: str
    name: str
    level: int
    """4 standing, 3 kneeling, 2 sitting, 1 lying: a practice goes down once."""
    way_out: tuple[Line, ...]
    way_out_leads_to: str
    begin: tuple[Line, ...] = ()
    """Said where a practice starts here and its first pose elsewhere."""


@dataclass(frozen=True, slots=True)
class Transition:
    """How one gets from a place to another, safely; `place` of the last line is where it ends."""

    start: str
    end: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BreathStage:
    inhale: float
    exhale: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Breathing:
    """A breathing protocol in counts; one count lasts `count_s` of the request. No stages: natural breath."""

    slug: str
    name: str
    sentence: str
    stages: tuple[BreathStage, ...]
    intro: tuple[Line, ...]
    outro: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A benefit as it is claimed, its grade, and what was found for and against it."""

    slug: str
    claim: str
    grade: str
    sentence: str
    gap: str
    support: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    slug: str
    citation: str
    year: int | None
    identifier: str
    url: str
    finding: str
    verified: str
    poses: tuple[str, ...] = ()
    """Poses that the study itself looked at, as this library knows them."""


@dataclass(frozen=True, slots=True)
class Muscle:
    slug: str
    name: str
    latin: str
    fma: str | None


@dataclass(frozen=True, slots=True)
class MuscleGroup:
    """A group of muscles as the body's model computes it. `crosses`: the joints it passes over; `does`: what it does."""

    slug: str
    name: str
    latin: str
    crosses: str
    does: str


@dataclass(frozen=True, slots=True)
class LoadPart:
    """A part of the body on which a load can be computed; below `little`, in `unit`, it carries next to nothing."""

    slug: str
    name: str
    unit: str
    little: float


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who or what stands behind the texts. `role`: a word of words["credit_role"]."""

    slug: str
    name: str
    role: str
    about: str
    url: str

"""A practice: what a person asked for, and the poses, holds, props and reasons that answer it."""

from dataclasses import dataclass, field

from karani.practice.own_body import NOTHING_KNOWN, OwnBody


@dataclass(frozen=True, slots=True)
class Request:
    """What a person needs and has. `pose` is set when the need is this-pose."""

    need: str
    minutes: int
    props: frozenset[str] = field(default_factory=frozenset)
    conditions: frozenset[str] = field(default_factory=frozenset)
    doctor_agreed: frozenset[str] = field(default_factory=frozenset)
    """Conditions for which the person confirmed that a doctor agreed."""
    excluded: frozenset[str] = field(default_factory=frozenset)
    """Poses and forms the person does not want, or that carry a note from "this hurts"."""
    first_time: bool = False
    pose: str | None = None
    count_s: float = 1.0
    breath: str | None = None
    collection: str | None = None
    """A collection whose poses take the place of the need's own."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One pose of a practice. `seconds` is all of it: getting there, steps in, hold, steps out."""

    pose: str
    """The slug of the pose whose guide it belongs to."""
    variation: str | None
    """The slug of the form that is practised, when it is not the pose itself."""
    role: str
    """arrive, prepare, support, main, rest or return."""
    transition_s: float
    enter_s: float
    hold_s: float
    exit_s: float
    sides: int
    breath: str
    props: tuple[str, ...]
    reason: str
    notes: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The pose or form that is really practised."""
        return self.variation or self.pose

    @property
    def seconds(self) -> float:
        return self.transition_s + self.enter_s + self.hold_s * self.sides + self.exit_s


@dataclass(frozen=True, slots=True)
class LeftOut:
    pose: str
    condition: str | None
    """None when it is left out for want of a prop, for the need, or because the person said so."""
    action: str
    reason: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class Practice:
    request: Request
    title: str
    segments: tuple[Segment, ...]
    closing_s: float
    """From the last pose to where the practice ends, and the closing words."""
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]
    body: OwnBody = NOTHING_KNOWN
    """What was computed of the person's own body for it."""

    @property
    def total_seconds(self) -> float:
        return sum(segment.seconds for segment in self.segments) + self.closing_s

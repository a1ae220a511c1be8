"""A script: every cue, chime and breath of a practice by second, and from every second the way out."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["speech", "chime"]
Chime = Literal["start", "two-minutes", "end", "change-sides"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Something heard. `seconds` is its time with the pause after it. Captions show `text`."""

    at_s: float
    kind: Kind
    text: str
    seconds: float
    chime: Chime | None = None


@dataclass(frozen=True, slots=True)
class Breath:
    """One half of a paced breath. Number 0 is shown and not counted; `of` is how many are counted."""

    at_s: float
    phase: Literal["in", "out"]
    seconds: float
    counts: int
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece that is not on the main line: its own cues, by seconds from its own start."""

    id: str
    cues: tuple[Cue, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class WayOut:
    """What is said and done to leave, and the sentence that says where it leads."""

    id: str
    passage: Passage
    leads_to: str


@dataclass(frozen=True, slots=True)
class WayOutSpan:
    """From start_s until end_s this is the way out. The spans cover the whole script without a gap."""

    start_s: float
    end_s: float
    way_out: str


@dataclass(frozen=True, slots=True)
class ScriptSegment:
    """Where a segment lies on the main line. Between hold_start_s and hold_end_s one stays."""

    index: int
    pose: str
    variation: str | None
    name: str
    sanskrit_name: str
    start_s: float
    enter_s: float
    hold_start_s: float
    hold_end_s: float
    end_s: float
    quiet_start_s: float
    """From here to hold_end_s nothing must be said: a player may skip inside to keep the minutes."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """An easier pose to go on with after a way out: steps in, a hold that the player may stretch, steps out."""

    id: str
    pose: str
    variation: str | None
    name: str
    enter: Passage
    hold_cues: Passage
    hold_least_s: float
    hold_most_s: float
    exit: Passage
    way_out: WayOut


@dataclass(frozen=True, slots=True)
class Offer:
    """After "this hurts" in a segment at a place of pain: what is offered, in order."""

    segment: int
    pain_place: str
    continuation: str | None
    """None: rest on the side only."""
    reason: str
    rejoin: int | None
    """The later segment that may still follow; None: the practice ends after this."""


@dataclass(frozen=True, slots=True)
class PainAnswer:
    """One large target of "Where does it hurt?". `red_flag_text` is set where the way out must come first and last."""

    slug: str
    name: str
    red_flag: bool
    red_flag_text: str
    first_words: Passage


@dataclass(frozen=True, slots=True)
class Script:
    title: str
    total_s: float
    get_ready_s: float
    cues: tuple[Cue, ...]
    breaths: tuple[Breath, ...]
    segments: tuple[ScriptSegment, ...]
    way_outs: tuple[WayOut, ...]
    way_out_spans: tuple[WayOutSpan, ...]
    side_rest: Passage
    """Forty seconds on the side after a way out."""
    closing: Passage
    """From the side to sitting, and the last words, for a practice that ends early."""
    pain_answers: tuple[PainAnswer, ...]
    continuations: tuple[Continuation, ...]
    offers: tuple[Offer, ...]

    def passages(self) -> tuple[Passage, ...]:
        """Everything that a track appends behind the end of the main line, in a fixed order."""
        pieces = [way_out.passage for way_out in self.way_outs]
        pieces += [self.side_rest, self.closing, *(answer.first_words for answer in self.pain_answers)]
        for continuation in self.continuations:
            pieces += [
                continuation.enter,
                continuation.hold_cues,
                continuation.exit,
                continuation.way_out.passage,
            ]
        return tuple(pieces)

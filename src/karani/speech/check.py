"""What is ever spoken, with the file it stands in: words that nobody knows how to say, lines too long for their place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from karani.library.distances import every_settled_step
from karani.library.findings import Finding
from karani.library.library import Library
from karani.library.pose import Line, Pose, Step
from karani.speech.length import FITTED_SPEED, judge_seconds
from karani.speech.lexicon import Lexicon, read_lexicon
from karani.speech.name import pronounce_name
from karani.speech.natural import SLOWEST
from karani.speech.pronounce import find_unknown

TOLERANCE_S = 0.001

Measure = Callable[[str, float], float]
"""Seconds that a text takes at a speed."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a voice may be asked for; `line` is its place in time, None for a name."""

    file: str
    text: str
    line: Line | Step | None = None


def check_speech(library: Library, folder: Path | None = None) -> tuple[Finding, ...]:
    """One finding for each unknown word, each name that cannot be said, each line too long for its place."""
    lexicon = read_lexicon(folder)

    def judge(text: str, speed: float) -> float:
        return judge_seconds(text, lexicon, speed)

    return (
        *find_unknown_words(library, lexicon),
        *find_unsaid_names(library, lexicon),
        *find_too_long(library, judge),
    )


def find_unknown_words(library: Library, lexicon: Lexicon) -> Iterator[Finding]:
    words = {
        (said.file, word): said.text
        for said in list_said(library)
        for word in find_unknown(said.text, lexicon)
    }
    for (file, word), text in words.items():
        sentence = f"{word!r} has no pronunciation (in {text!r}); add it to content/speech/lexicon.toml"
        yield Finding(file, "cue", sentence)


def find_unsaid_names(library: Library, lexicon: Lexicon) -> Iterator[Finding]:
    for pose in library.poses.values():
        if pose.sanskrit_name and not pronounce_name(pose.sanskrit_name, lexicon):
            sentence = (
                f"found {pose.sanskrit_name!r}, which cannot be said; the letters of IAST would be right"
            )
            yield Finding(f"{folder_of(pose)}/pose.toml", "sanskrit_name", sentence)


def find_too_long(library: Library, measure: Measure) -> Iterator[Finding]:
    """At the usual speed a line leaves its whole pause; at the slowest it still fits its place."""
    for said in list_said(library):
        if said.line is None:
            continue
        needed_s = max(
            measure(said.text, FITTED_SPEED) + library.pauses_s[said.line.pause], measure(said.text, SLOWEST)
        )
        if needed_s > said.line.seconds + TOLERANCE_S:
            sentence = f"found {said.line.seconds:g} s for {said.text!r}, spoken with its pause; {needed_s:.1f} s or more would be right"
            yield Finding(said.file, "seconds", sentence)


def list_said(library: Library) -> Iterator[Said]:
    for pose in library.poses.values():
        yield Said(f"{folder_of(pose)}/pose.toml", pose.name)
        yield from lines_in(f"{folder_of(pose)}/steps.toml", *lines_of(pose))
    for place in library.places.values():
        yield from lines_in("vocabulary/places.toml", *place.begin, *place.way_out)
    for transition in library.transitions.values():
        yield from lines_in("vocabulary/transitions.toml", *transition.lines)
    for prop in library.props.values():
        yield from lines_in("vocabulary/props.toml", prop.fetch)
    for need in library.needs.values():
        yield from lines_in("vocabulary/needs.toml", *need.half_way)
    for answer in library.pain_places.values():
        yield from lines_in("vocabulary/pain_places.toml", answer.first_words)
    for breathing in library.breathings.values():
        yield from lines_in(f"breathing/{breathing.slug}.toml", *breathing.intro, *breathing.outro)


def lines_in(file: str, *lines: Line | Step) -> Iterator[Said]:
    return (Said(file, line.cue, line) for line in lines)


def lines_of(pose: Pose) -> list[Line | Step]:
    if pose.steps is None:
        return []
    steps = pose.steps
    settled = [each for step in steps.enter for each in every_settled_step(step)]
    return [
        *steps.enter, *settled, *steps.settle, *steps.quiet, steps.nearly_out, *steps.change_sides, *steps.exit, *steps.way_out
    ]  # fmt: skip


def folder_of(pose: Pose) -> str:
    return f"poses/{pose.form_of}/variations/{pose.slug}" if pose.form_of else f"poses/{pose.slug}"

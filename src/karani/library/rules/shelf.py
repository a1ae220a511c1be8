"""What every rule is given, and how it names the place of what it finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from karani.library.findings import Finding
from karani.library.library import Library, unknown
from karani.library.pose import Line, Pose, Step
from karani.library.standards import Standards


@dataclass(frozen=True, slots=True)
class Shelf:
    library: Library
    standards: Standards


PoseRule = Callable[[Pose, Shelf], Iterator[Finding]]
ShelfRule = Callable[[Shelf], Iterator[Finding]]
FileRule = Callable[[str, str, Shelf], Iterator[Finding]]
"""Given the file's name inside the content folder, and its text."""


def find_in(pose: Pose, field: str, sentence: str, file: str = "pose.toml") -> Finding:
    return Finding(f"{folder_of(pose)}/{file}", field, sentence)


def folder_of(pose: Pose) -> str:
    return f"poses/{pose.slug}" if pose.form_of is None else f"poses/{pose.form_of}/variations/{pose.slug}"


def find_in_steps(pose: Pose, field: str, sentence: str) -> Finding:
    return find_in(pose, field, sentence, "steps.toml")


def list_unknown(kind: str, words: Iterable[str], allowed: Mapping[str, object]) -> Iterator[str]:
    """A sentence for each word that is not allowed, with what would be right."""
    for word in words:
        if word not in allowed:
            yield unknown(kind, word, allowed)


def list_lines(pose: Pose) -> Iterator[tuple[str, Line | Step]]:
    """Every line of a pose's steps with its field."""
    steps = pose.steps
    if steps is None:
        return
    lists: Mapping[str, tuple[Line | Step, ...]] = {
        "enter": steps.enter,
        "settle": steps.settle,
        "quiet": steps.quiet,
        "nearly_out": (steps.nearly_out,),
        "change_sides": steps.change_sides,
        "exit": steps.exit,
        "way_out": steps.way_out,
    }
    for field, lines in lists.items():
        yield from ((f"{field}[{place}]", line) for place, line in enumerate(lines, 1))


def list_spoken(library: Library) -> Iterator[tuple[str, str, Line]]:
    """Every line that the vocabularies say, with its file and field."""
    for prop in library.props.values():
        yield "vocabulary/props.toml", f"props.{prop.slug}.fetch", prop.fetch
    for pain in library.pain_places.values():
        yield "vocabulary/pain_places.toml", f"pain_places.{pain.slug}.first_words", pain.first_words
    for place in library.places.values():
        for line in (*place.begin, *place.way_out):
            yield "vocabulary/places.toml", f"places.{place.slug}", line
    for transition in library.transitions.values():
        for line in transition.lines:
            yield "vocabulary/transitions.toml", f"transitions.{transition.start}.{transition.end}", line
    for breathing in library.breathings.values():
        for line in (*breathing.intro, *breathing.outro):
            yield f"breathing/{breathing.slug}.toml", "intro or outro", line

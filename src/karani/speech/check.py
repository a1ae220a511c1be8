"""What is ever spoken, with the file it stands in, and the words of it that nobody knows how to say."""

from collections.abc import Iterator
from dataclasses import dataclass

from karani.library.library import Library
from karani.library.pose import Pose
from karani.speech.lexicon import read_lexicon
from karani.speech.name import pronounce_name
from karani.speech.pronounce import find_unknown


@dataclass(frozen=True, slots=True)
class UnknownWord:
    file: str
    sentence: str


def check_speech(library: Library) -> tuple[UnknownWord, ...]:
    """One sentence for each word of a cue or a name that has no pronunciation."""
    lexicon = read_lexicon()
    words = {
        (file, word): text for file, text in list_spoken(library) for word in find_unknown(text, lexicon)
    }
    found = [
        UnknownWord(
            file, f"{word!r} has no pronunciation (in {text!r}); add it to content/speech/lexicon.toml."
        )
        for (file, word), text in words.items()
    ]
    names = [
        UnknownWord(
            folder_of(pose), f"{pose.sanskrit_name!r} cannot be said; its letters should be those of IAST."
        )
        for pose in library.poses.values()
        if pose.sanskrit_name and not pronounce_name(pose.sanskrit_name, lexicon)
    ]
    return (*found, *names)


def list_spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Every text a voice may be asked for: (file, text)."""
    for pose in library.poses.values():
        yield f"{folder_of(pose)}/pose.toml", pose.name
        for text in list_cues(pose):
            yield f"{folder_of(pose)}/steps.toml", text
    for place in library.places.values():
        yield from (("vocabulary/places.toml", line.cue) for line in place.way_out)
    for transition in library.transitions.values():
        yield from (("vocabulary/transitions.toml", line.cue) for line in transition.lines)
    for prop in library.props.values():
        yield "vocabulary/props.toml", prop.fetch.cue
    for answer in library.pain_places.values():
        yield "vocabulary/pain_places.toml", answer.first_words.cue
    for breathing in library.breathings.values():
        yield from (
            (f"breathing/{breathing.slug}.toml", line.cue) for line in (*breathing.intro, *breathing.outro)
        )


def list_cues(pose: Pose) -> list[str]:
    if pose.steps is None:
        return []
    steps = pose.steps
    lines = (*steps.settle, *steps.quiet, steps.nearly_out, *steps.change_sides, *steps.way_out)
    return [step.cue for step in (*steps.enter, *steps.exit)] + [line.cue for line in lines]


def folder_of(pose: Pose) -> str:
    return f"poses/{pose.form_of}/variations/{pose.slug}" if pose.form_of else f"poses/{pose.slug}"

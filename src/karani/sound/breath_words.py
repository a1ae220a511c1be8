"""The words of a paced breath, spoken on its beat: in the breath that is shown and the first ones that count."""

from collections.abc import Iterator, Sequence

from karani.practice.script import Breath, Cue

WORDS = {"in": "Breathe in.", "out": "Breathe out."}
SPOKEN_UNTIL = 2  # the number of the last breath with words; then the tone leads alone


def list_breath_words(breaths: Sequence[Breath]) -> Iterator[Cue]:
    """A cue for each, exactly as long as its half of the breath."""
    for breath in breaths:
        if breath.number <= SPOKEN_UNTIL:
            yield Cue(breath.at_s, "speech", WORDS[breath.phase], breath.seconds)

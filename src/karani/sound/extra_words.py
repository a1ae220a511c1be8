"""Words that a voice adds to what sounds without words: to the first paced breaths, and to the chime of two minutes left."""

from collections.abc import Iterator

from karani.practice.script import Chime, Cue, Script

BREATH_WORDS = {"in": "Breathe in.", "out": "Breathe out."}
SPOKEN_UNTIL = 2  # the number of the last breath with words; then the tone leads alone
SAID_AFTER_S: dict[Chime, float] = {"two-minutes": 2.4}  # its second stroke has faded by then


def list_extra_words(script: Script) -> Iterator[Cue]:
    """Each a cue of its own; where no voice says them, pacer and caption show the same words."""
    for breath in script.breaths:
        if breath.number <= SPOKEN_UNTIL:
            yield Cue(breath.at_s, "speech", BREATH_WORDS[breath.phase], breath.seconds)
    for cue in script.cues:
        if cue.chime in SAID_AFTER_S:
            after_s = SAID_AFTER_S[cue.chime]
            yield Cue(cue.at_s + after_s, "speech", cue.text, cue.seconds - after_s)

"""A practice in the order in which its words are needed, so that it may begin while most of it is still to be spoken.

A part reaches to a second of the main line and holds every way out up to there, with what follows a way out.
"""

from collections.abc import Iterable, Iterator

from karani.practice.script import Passage, Script
from karani.sound.extra_words import list_extra_words

BOUNDS_S = (60.0, 180.0, 420.0)
"""Where the parts end that are heard before the whole is spoken."""


def list_texts(script: Script) -> Iterator[str]:
    """All that is ever spoken, what is needed first at first."""
    for bound_s in BOUNDS_S:
        yield from list_until(script, bound_s)
    yield from (cue.text for cue in script.cues if cue.kind == "speech")
    yield from (word.text for word in list_extra_words(script))
    yield from texts_of(script.passages())


def list_until(script: Script, bound_s: float) -> Iterator[str]:
    """What is said up to this second, and to anyone who says by then that it hurts."""
    yield from (cue.text for cue in script.cues if cue.kind == "speech" and cue.at_s < bound_s)
    yield from (word.text for word in list_extra_words(script) if word.at_s < bound_s)
    needed = {span.way_out for span in script.way_out_spans if span.start_s < bound_s}
    yield from texts_of(way.passage for way in script.way_outs if way.id in needed)
    yield from texts_of(answer.first_words for answer in script.pain_answers)
    yield from texts_of((script.side_rest, script.closing))
    if bound_s > BOUNDS_S[0]:
        yield from texts_of(list_offered(script, bound_s))


def list_offered(script: Script, bound_s: float) -> Iterator[Passage]:
    """The easier poses for those parts of a practice that have begun by then."""
    begun = {segment.index for segment in script.segments if segment.start_s < bound_s}
    offered = {offer.continuation for offer in script.offers if offer.segment in begun}
    for easier in script.continuations:
        if easier.id in offered:
            yield from (easier.enter, easier.hold_cues, easier.exit, easier.way_out.passage)


def texts_of(passages: Iterable[Passage]) -> Iterator[str]:
    return (cue.text for passage in passages for cue in passage.cues if cue.kind == "speech")

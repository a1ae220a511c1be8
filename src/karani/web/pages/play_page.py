"""The page of the player, and what it offers where no script runs: the sound and every word of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from karani.library import Library
from karani.library.vocabulary import RedFlag
from karani.practice.script import Cue, Script, ScriptSegment, WayOut
from karani.sound.extra_words import list_extra_words
from karani.web.times import clock_time, minutes


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """`heading` is the name of a pose where its segment starts, else empty."""

    at_text: str
    text: str
    kind: str
    heading: str


@dataclass(frozen=True, slots=True)
class WayOutView:
    name: str
    lines: tuple[str, ...]
    leads_to: str


@dataclass(frozen=True, slots=True)
class PlayPage:
    id: str
    title: str
    minutes_text: str
    plan_url: str
    track_url: str
    red_flags: tuple[RedFlag, ...]
    transcript: tuple[TranscriptLine, ...]
    way_outs: tuple[WayOutView, ...]
    forecast: str
    """One quiet line about pulse and breath; empty where none is computed."""


def compose_play(
    practice_id: str, script: Script, track_url: str, library: Library, forecast: str = ""
) -> PlayPage:
    return PlayPage(
        id=practice_id,
        title=script.title,
        minutes_text=minutes(script.total_s),
        plan_url=f"/practices/{practice_id}",
        track_url=track_url,
        red_flags=library.red_flags,
        transcript=list_lines(script),
        way_outs=list_way_outs(script),
        forecast=forecast,
    )


def list_lines(script: Script) -> tuple[TranscriptLine, ...]:
    shown = {cue.text for cue in script.cues}
    extra = [cue for cue in list_extra_words(script) if cue.text not in shown]
    cues = tuple(sorted([*script.cues, *extra], key=lambda cue: cue.at_s))
    headings = dict(first_cues(cues, script.segments))
    return tuple(
        TranscriptLine(clock_time(cue.at_s), cue.text, cue.kind, headings.get(index, ""))
        for index, cue in enumerate(cues)
    )


def first_cues(cues: tuple[Cue, ...], segments: tuple[ScriptSegment, ...]) -> Iterable[tuple[int, str]]:
    """Each segment's first cue, by its place in the script, with the segment's name."""
    for segment in segments:
        inside = (index for index, cue in enumerate(cues) if segment.start_s <= cue.at_s < segment.end_s)
        if (index := next(inside, None)) is not None:
            yield index, segment.name


def list_way_outs(script: Script) -> tuple[WayOutView, ...]:
    """The way out of each pose's hold, in the order of the practice."""
    known = {way_out.id: way_out for way_out in script.way_outs}
    held = ((segment.name, way_out_at(segment.hold_start_s, script)) for segment in script.segments)
    return tuple(describe_way_out(name, known[id_]) for name, id_ in held)


def way_out_at(second: float, script: Script) -> str:
    return next(span.way_out for span in script.way_out_spans if span.start_s <= second < span.end_s)


def describe_way_out(name: str, way_out: WayOut) -> WayOutView:
    lines = tuple(cue.text for cue in way_out.passage.cues if cue.kind == "speech")
    return WayOutView(name, lines, way_out.leads_to)

"""Where everything lies in a track: the main line, then every passage, then a stretch of bed to rest on.

Passages begin on a frame, so that a player that jumps there lands on their first sample. Two that say the same lie there
once: both have the same region.
"""

from dataclasses import dataclass, replace

from karani.practice.script import Cue, Passage, Script
from karani.sound.bed import PERIOD_FRAMES
from karani.sound.rate import to_frames, to_seconds
from karani.sound.track import Region

BETWEEN_S = 0.5  # of bed between two pieces
AFTER_BED_S = 2.0  # so that a player that turns back a little late still hears the bed
BED = "bed"


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue of a passage, or of the main line (None), and its second in the track."""

    cue: Cue
    passage: str | None
    at_s: float
    piece_end_s: float
    """Beyond this nothing of it may ring on: another piece begins."""


@dataclass(frozen=True, slots=True)
class Timeline:
    frames: int
    regions: tuple[Region, ...]
    bed: Region
    cues: tuple[PlacedCue, ...]


def lay_out(script: Script) -> Timeline:
    passages = list({passage.id: passage for passage in script.passages()}.values())
    laid: dict[tuple[Cue, ...], Region] = {}
    behind_s = script.total_s
    for passage in passages:
        if passage.cues not in laid:
            laid[passage.cues] = _region(passage, behind_s)
            behind_s = laid[passage.cues].end_s
    bed = _bed(behind_s)
    return Timeline(
        frames=to_frames(bed.end_s + AFTER_BED_S),
        regions=tuple(replace(laid[passage.cues], passage=passage.id) for passage in passages),
        bed=bed,
        cues=tuple(_cues(script, passages, laid)),
    )


def _region(passage: Passage, behind_s: float) -> Region:
    start_s = to_seconds(to_frames(behind_s + BETWEEN_S))
    return Region(passage.id, start_s, start_s + passage.seconds)


def _bed(behind_s: float) -> Region:
    start = to_frames(behind_s + BETWEEN_S)
    return Region(BED, to_seconds(start), to_seconds(start + PERIOD_FRAMES))


def _cues(script: Script, passages: list[Passage], laid: dict[tuple[Cue, ...], Region]) -> list[PlacedCue]:
    main = [PlacedCue(cue, None, cue.at_s, script.total_s) for cue in script.cues]
    for passage in passages:
        region = laid[passage.cues]
        main += [PlacedCue(cue, passage.id, region.start_s + cue.at_s, region.end_s) for cue in passage.cues]
    return main

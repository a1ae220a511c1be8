"""One audio track for a whole practice, and the times of its cues."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Where a passage lies in the track, behind the end of the main line."""

    passage: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """When a cue sounds, in seconds of the track; `passage` is None on the main line.

    Under a voice that is silent its time is its whole place, for captions.
    """

    text: str
    passage: str | None
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Track:
    """`audio` is the whole file (MP3). The main line starts at 0 and lasts `main_s`."""

    audio: bytes
    media_type: str
    main_s: float
    total_s: float
    regions: tuple[Region, ...]
    bed: Region
    """A stretch of nothing but the bed, to rest on while the player waits; it may be looped."""
    spoken: tuple[Spoken, ...]

"""Sounds laid over the bed, as rows of an MP3.

Only stretches in which something sounds are encoded; between them the encoded bed is laid again and again. Every
stretch is encoded from a little before its first sound, so that the encoder has settled when it is needed.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

import numpy as np

from karani.sound.bed import PERIOD_FRAMES, bed_between
from karani.sound.frame import DELAY, LEAST_KBPS, ROOM, ROW_KBPS, Frame, Rows, encode, lay
from karani.sound.rate import FRAME
from karani.sound.voice import Samples

SETTLE = 6  # frames that are encoded and thrown away
LEAD = 12  # frames of bed before a stretch that make room for its reservoir
BEFORE, AFTER = 2, 3  # frames around a sound into which the encoder's windows spread it
FLUSH = 5  # frames after the last wanted one, so that the encoder hands it out
APART = SETTLE + LEAD + BEFORE + AFTER
PEAK = 0.95
THREADS = 2  # the encoder works outside of Python, so two stretches are encoded at once


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples and the sample of the track at which they begin."""

    start: int
    samples: Samples

    @property
    def end(self) -> int:
        return self.start + len(self.samples)

    @property
    def first_frame(self) -> int:
        return max(0, self.start // FRAME - BEFORE)

    @property
    def end_frame(self) -> int:
        return -(-self.end // FRAME) + AFTER


def mix(sounds: list[Sound], frames: int, bed_dbfs: float) -> Rows:
    """The rows of a whole track of this many frames."""
    bed_rows = lay(list(bed_frames(bed_dbfs)))
    assert bed_rows is not None, "frames of the bed need no reservoir"
    rows = np.take(bed_rows, np.arange(frames), axis=0, mode="wrap")
    bed_frames(bed_dbfs)  # made once, before many ask for it
    with ThreadPoolExecutor(THREADS) as pool:
        encoded = pool.map(partial(encode_stretch, frames=frames, bed_dbfs=bed_dbfs), list_stretches(sounds))
        for first, laid in encoded:
            rows[first : first + len(laid)] = laid
    return rows


@cache
def bed_frames(dbfs: float) -> tuple[Frame, ...]:
    """One period of the bed, encoded as from within an endless one."""
    frames = encode_from(-SETTLE, PERIOD_FRAMES, [], dbfs, LEAST_KBPS)[SETTLE:]
    assert all(len(frame.main) <= ROOM for frame in frames), "the bed is quiet"
    return tuple(frames)


def list_stretches(sounds: list[Sound]) -> Iterator[list[Sound]]:
    """Sounds in order of time, cut where the bed alone is long enough for a new start."""
    ordered = sorted(sounds, key=lambda sound: sound.start)
    stretch = ordered[:1]
    for _, sound in pairwise(ordered):
        if sound.first_frame - max(earlier.end_frame for earlier in stretch) >= APART:
            yield stretch
            stretch = []
        stretch.append(sound)
    if stretch:
        yield stretch


def encode_stretch(stretch: list[Sound], frames: int, bed_dbfs: float) -> tuple[int, Rows]:
    """The rows of a stretch, bed before it included, and the number of the first of them."""
    first = stretch[0].first_frame
    end = min(frames, max(sound.end_frame for sound in stretch))
    lead_start = max(0, first - LEAD)
    lead = [bed_frames(bed_dbfs)[number % PERIOD_FRAMES] for number in range(lead_start, first)]
    # At the very start of a track there is no room to reach back to. An encoder that has just begun has saved little room;
    # failing that, a lower rate needs less.
    for settle, kbps in ((SETTLE, ROW_KBPS), (BEFORE, ROW_KBPS), (SETTLE, LEAST_KBPS)):
        laid = lay(lead + encode_from(first - settle, end, stretch, bed_dbfs, kbps)[settle:])
        if laid is not None:
            return lead_start, laid
    raise AssertionError("frames at the lowest rate always fit")


def encode_from(first: int, end: int, sounds: list[Sound], bed_dbfs: float, kbps: int) -> list[Frame]:
    """Frames `first` to `end` of the track."""
    start = first * FRAME + DELAY
    samples = mixed(sounds, start, (end + FLUSH) * FRAME, bed_dbfs)
    return encode(samples, kbps)[: end - first]


def mixed(sounds: list[Sound], start: int, end: int, bed_dbfs: float) -> Samples:
    """The samples of the track from `start` to `end`."""
    samples = bed_between(bed_dbfs, start, end)
    for sound in sounds:
        place = samples[sound.start - start :][: len(sound.samples)]
        place += sound.samples[: len(place)]
    return np.clip(samples, -PEAK, PEAK)

"""Frames of an MP3, taken apart and laid anew so that every frame has the same length.

Two things follow. A browser that seeks in a stream of equal frames lands where it should (in one of varying frames it
was up to 2 s off, and "this hurts" would begin in the wrong words). And what was encoded once, like the bed, can be
laid again without encoding it again.

A frame is a header (4 bytes), side information (9, for MPEG-2 mono) and main data, whose length the side information
tells. Main data may begin up to 255 bytes before its own frame, in room that earlier frames left: the reservoir.
Source: ISO/IEC 13818-3, 2.4.1, and 11172-3, 2.4.
"""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import soundfile
from numpy.typing import NDArray

from karani.sound.rate import FRAME, SAMPLE_RATE
from karani.sound.voice import Samples

HEAD = 4
SIDE = 9
MOST_BACK = 255  # bytes that the reservoir reaches back
MOST_KBPS, LEAST_KBPS = 160, 8
ROW_KBPS = 16
HEADER = bytes((0xFF, 0xF3, (ROW_KBPS // 8) << 4 | 0x08, 0xC4))  # MPEG-2 layer III, 16 kHz, mono
DELAY = 1105  # samples from encoder input to decoder output, LAME's 576 and the filter bank's 529


def frame_bytes(kbps: int) -> int:
    """Bytes of a frame of 576 samples."""
    return kbps * 1000 * FRAME // (8 * SAMPLE_RATE)


ROW = frame_bytes(ROW_KBPS)
ROOM = ROW - HEAD - SIDE

Rows = NDArray[np.uint8]  # (frames, ROW)


@dataclass(frozen=True, slots=True)
class Frame:
    side: bytes
    main: bytes


def encode(samples: Samples, kbps: int) -> list[Frame]:
    """Frames of these samples; what frame n brings when it is decoded begins at sample n * FRAME - DELAY."""
    stream = BytesIO()
    # libsndfile refuses the very end of its scale, so the lowest rate stands a little short of it.
    level = min((MOST_KBPS - kbps) / (MOST_KBPS - LEAST_KBPS), 0.99)
    with soundfile.SoundFile(
        stream, "w", SAMPLE_RATE, 1, format="MP3", compression_level=level, bitrate_mode="CONSTANT"
    ) as file:
        file.write(samples)
    return take_apart(stream.getvalue(), frame_bytes(kbps))


def take_apart(stream: bytes, size: int) -> list[Frame]:
    """The frames of a stream in which each is `size` bytes long."""
    rows = [stream[start : start + size] for start in range(0, len(stream), size)]
    mains = b"".join(row[HEAD + SIDE :] for row in rows)
    return [_frame(row, mains, number * (size - HEAD - SIDE)) for number, row in enumerate(rows)]


def _frame(row: bytes, mains: bytes, own_start: int) -> Frame:
    assert row[:2] == HEADER[:2], "a frame of MPEG-2 layer III begins here"
    side = row[HEAD : HEAD + SIDE]
    start = own_start - side[0]
    return Frame(side, mains[start : start + _main_length(side)])


def _main_length(side: bytes) -> int:
    """Bytes of main data: twelve bits after the pointer back and one private bit."""
    bits = (side[1] & 0x7F) << 5 | side[2] >> 3
    return -(-bits // 8)


def lay(frames: list[Frame]) -> Rows | None:
    """Rows of equal length that hold these frames, each as late as it can be; None when they do not fit.

    As late as possible, so that a quiet frame needs nothing from before it and one can begin to listen at it.
    """
    starts = _starts(frames)
    if starts is None:
        return None
    mains = bytearray(len(frames) * ROOM)
    rows = np.empty((len(frames), ROW), dtype=np.uint8)
    for number, (frame, start) in enumerate(zip(frames, starts, strict=True)):
        mains[start : start + len(frame.main)] = frame.main
        back = number * ROOM - start
        rows[number, : HEAD + SIDE] = tuple(HEADER + bytes((back,)) + frame.side[1:])
    rows[:, HEAD + SIDE :] = np.frombuffer(mains, dtype=np.uint8).reshape(-1, ROOM)
    return rows


def _starts(frames: list[Frame]) -> list[int] | None:
    starts = [0] * len(frames)
    limit = len(frames) * ROOM
    for number in reversed(range(len(frames))):
        limit = starts[number] = min(number * ROOM, limit - len(frames[number].main))
        if limit < max(0, number * ROOM - MOST_BACK):
            return None
    return starts

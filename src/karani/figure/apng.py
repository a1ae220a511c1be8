"""An animated PNG from the pages that a renderer gives: their compressed pixels are taken over as they are.

Format: https://www.w3.org/TR/png-3/ (acTL, fcTL, fdAT). Whoever knows no animation sees the first picture.
"""

import struct
from collections.abc import Iterator, Sequence
from zlib import crc32

from karani.errors import FigureError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
ONCE_AND_AGAIN = 0
"""How often it plays: for ever."""
MILLISECONDS = 1000
KEEP, REPLACE = 0, 0
"""What happens to a picture before the next one comes: nothing, as each covers all of it."""


def animated_png(pictures: Sequence[bytes], seconds: Sequence[float]) -> bytes:
    """`pictures` are PNG files of one size and kind, each shown for so many `seconds`."""
    assert len(pictures) == len(seconds) > 0
    header = next(data for kind, data in chunks(pictures[0]) if kind == b"IHDR")
    parts = [
        SIGNATURE,
        chunk(b"IHDR", header),
        chunk(b"acTL", struct.pack(">II", len(pictures), ONCE_AND_AGAIN)),
    ]
    number = 0
    for place, (picture, stands_s) in enumerate(zip(pictures, seconds, strict=True)):
        check_alike(picture, header)
        parts.append(chunk(b"fcTL", control(number, header, stands_s)))
        number += 1
        for kind, data in chunks(picture):
            if kind == b"IDAT" and place == 0:
                parts.append(chunk(b"IDAT", data))
            elif kind == b"IDAT":
                parts.append(chunk(b"fdAT", struct.pack(">I", number) + data))
                number += 1
    return b"".join([*parts, chunk(b"IEND", b"")])


def control(number: int, header: bytes, stands_s: float) -> bytes:
    width, height = struct.unpack(">II", header[:8])
    return struct.pack(
        ">IIIIIHHBB", number, width, height, 0, 0, round(stands_s * MILLISECONDS), MILLISECONDS, KEEP, REPLACE
    )


def check_alike(picture: bytes, header: bytes) -> None:
    own = next(data for kind, data in chunks(picture) if kind == b"IHDR")
    if own != header:
        raise FigureError("The pictures of an animation are not of one size and kind.")


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

"""What a track says about itself: title, language, and a chapter for each pose, as an ID3 tag before its sound.

Source: ID3v2.3.0 and the ID3v2 Chapter Frame Addendum, id3.org. Text is UTF-16, the only Unicode that version 2.3 knows.
"""

from collections.abc import Iterator

from karani.practice.script import Script

LANGUAGE = "eng"
ARTIST = "Karani"
BEHIND = "If something hurts"
CONTENTS = b"toc\0"
TOP_AND_ORDERED = 0x03
NO_OFFSET = b"\xff" * 8  # a chapter is found by its time, not by its byte
UTF_16, LATIN = b"\x01", b"\x00"
Chapter = tuple[str, float, float]


def write_tag(script: Script, total_s: float) -> bytes:
    chapters = list(list_chapters(script, total_s))
    names = [f"part{number}\0".encode() for number in range(len(chapters))]
    contents = CONTENTS + bytes((TOP_AND_ORDERED, len(names))) + b"".join(names) + text("TIT2", script.title)
    frames = [
        text("TIT2", script.title),
        text("TPE1", ARTIST),
        frame("TLAN", LATIN + LANGUAGE.encode()),
        frame("TLEN", LATIN + str(round(total_s * 1000)).encode()),
        frame("CTOC", contents),
        *(chapter(name, *each) for name, each in zip(names, chapters, strict=True)),
    ]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + seven_bits(len(body)) + body


def list_chapters(script: Script, total_s: float) -> Iterator[Chapter]:
    """One for each segment, the last with the closing words in it, and one for what lies behind the end."""
    starts = [segment.start_s for segment in script.segments] or [0.0]
    names = [segment.name for segment in script.segments] or [script.title]
    yield from zip(names, [0.0, *starts[1:]], [*starts[1:], script.total_s], strict=True)
    yield BEHIND, script.total_s, total_s


def chapter(name: bytes, title: str, start_s: float, end_s: float) -> bytes:
    times = b"".join(round(time_s * 1000).to_bytes(4, "big") for time_s in (start_s, end_s))
    return frame("CHAP", name + times + NO_OFFSET + text("TIT2", title))


def text(kind: str, words: str) -> bytes:
    return frame(kind, UTF_16 + words.encode("utf-16"))


def frame(kind: str, content: bytes) -> bytes:
    return kind.encode() + len(content).to_bytes(4, "big") + b"\0\0" + content


def seven_bits(number: int) -> bytes:
    """Four bytes of seven bits, so that no size looks like the start of sound."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))

"""What a track says about itself, read by a reader of its own."""

from collections.abc import Iterator
from itertools import pairwise

from karani.library import read_library
from karani.practice import Request, Script, plan, write_script
from karani.sound.tag import BEHIND, write_tag

TOTAL_S = 700.0


def asha() -> Script:
    library = read_library()
    return write_script(plan(Request("low-back", 10), library), library)


def frames_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    while content:
        size = int.from_bytes(content[4:8], "big")
        yield content[:4].decode(), content[10 : 10 + size]
        content = content[10 + size :]


def words_of(content: bytes) -> str:
    assert content[:1] == b"\x01"
    return content[1:].decode("utf-16")


def test_the_tag_is_as_long_as_it_says() -> None:
    tag = write_tag(asha(), TOTAL_S)
    assert tag[:6] == b"ID3\x03\x00\x00"
    size = sum(number << shift for number, shift in zip(tag[6:10], (21, 14, 7, 0), strict=True))
    assert all(number < 128 for number in tag[6:10])
    assert len(tag) == 10 + size


def test_title_and_language_are_told() -> None:
    script = asha()
    told = dict(frames_in(write_tag(script, TOTAL_S)[10:]))
    assert words_of(told["TIT2"]) == script.title
    assert told["TLAN"] == b"\x00eng"


def test_each_pose_is_a_chapter_and_the_ways_out_are_one() -> None:
    script = asha()
    chapters = []
    for kind, content in frames_in(write_tag(script, TOTAL_S)[10:]):
        if kind == "CHAP":
            name, rest = content.split(b"\0", 1)
            start_s, end_s = (int.from_bytes(rest[at : at + 4], "big") / 1000 for at in (0, 4))
            ((_, title),) = frames_in(rest[16:])
            chapters.append((name, words_of(title), start_s, end_s))
    assert [title for _, title, _, _ in chapters] == [*(segment.name for segment in script.segments), BEHIND]
    assert chapters[0][2] == 0
    assert all(earlier[3] == later[2] for earlier, later in pairwise(chapters))
    assert chapters[-1][2:] == (script.total_s, TOTAL_S)


def test_the_contents_name_every_chapter_in_order() -> None:
    frames = list(frames_in(write_tag(asha(), TOTAL_S)[10:]))
    contents = dict(frames)["CTOC"]
    names = [content.split(b"\0", 1)[0] for kind, content in frames if kind == "CHAP"]
    assert contents[:6] == b"toc\0" + bytes((3, len(names)))
    assert contents[6:].startswith(b"".join(name + b"\0" for name in names))

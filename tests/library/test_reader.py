"""Reading whole folders: what stands there comes out, and what cannot be read is a sentence that names the file."""

from pathlib import Path
from time import process_time

import pytest

from karani.errors import ContentError, UnknownSlug
from karani.library import Library, check_library, read_library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.reader import read_folder
from tests.library.bench import Bench

POSE = "poses/viparita-karani/pose.toml"
STEPS = "poses/viparita-karani/steps.toml"


def test_every_pose_folder_is_read(library: Library) -> None:
    folders = {path.parent.name for path in PACKAGED_CONTENT.glob("poses/**/pose.toml")}
    assert set(library.poses) == folders
    assert len(folders) >= 24


def test_a_form_knows_the_pose_that_it_is_a_form_of(library: Library) -> None:
    chair = library.poses["viparita-karani-chair"]
    assert chair.form_of == "viparita-karani"
    assert chair in library.forms_of("viparita-karani")
    assert library.poses["viparita-karani"].form_of is None


def test_the_packaged_library_is_read_once() -> None:
    assert read_library() is read_library()


def test_a_folder_is_read_anew(bench: Bench) -> None:
    assert read_library(bench.content) is not read_library(bench.content)


def test_reading_everything_takes_less_than_three_tenths_of_a_second() -> None:
    def time_reading() -> float:
        start = process_time()
        read_folder(PACKAGED_CONTENT)
        return process_time() - start

    assert min(time_reading() for _ in range(5)) < 0.3


def test_thirty_one_conditions_and_eighty_two_rules_are_known(library: Library) -> None:
    assert len(library.conditions) == 31
    assert len(library.rules) == 82


def test_the_nine_needs_are_those_of_the_home_page(library: Library) -> None:
    assert [need.name for need in library.needs.values()] == [
        "To calm down", "To fall asleep", "Tired legs", "Tension headache", "Migraine, now",
        "Sore low back", "A troubled neck", "After practice", "Just this pose",
    ]  # fmt: skip


def test_an_unknown_pose_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownSlug, match="did you mean 'savasana'"):
        library.pose("savasna")


def test_the_small_drawing_comes_without_its_frame(library: Library) -> None:
    glyph = library.poses["viparita-karani"].glyph
    assert "<svg" not in glyph
    assert glyph.startswith("<")
    assert "xmlns" not in glyph


UNREADABLE = {
    "bad TOML": (POSE, b"name = ", "is not TOML"),
    "bad UTF-8": (POSE, b'name = "\xff"', "is not UTF-8"),
    "a deep nest": (POSE, b"a = " + b"[" * 5000, "is not TOML"),
    "a huge number": (POSE, b"a = " + b"9" * 5000, "is not TOML"),
    "an empty file": (POSE, b"", "is missing"),
    "a missing key": (STEPS, b'starts_at = "seated"', "nearly_out: is missing"),
    "a guide in Latin-1": ("poses/viparita-karani/guide.md", b"caf\xe9", "is not UTF-8"),
    "a vocabulary of texts": ("vocabulary/props.toml", b'props = ["wall"]', "props[1]: found 'wall'; a table would be right"),
    "a pause of text": ("vocabulary/pauses.toml", b'p1 = "short"', "p1: found 'short'; a number"),
    "a slug twice": ("vocabulary/muscles.toml", b'[[muscles]]\nslug="a"\nname="a"\nlatin="a"\n' * 2, "stands there twice"),
    "a drawing of scripts": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><script>x()</script></svg>', "script: is not allowed"),
    "a drawing that listens": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path d="M0 0" onload="x()"/></svg>', "path.onload: is not allowed"),
    "a drawing with a style": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path class="loud" d="M0 0"/></svg>', "prop or head would be right"),
    "a drawing of words": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path d="javascript:x"/></svg>', "numbers and path letters would be right"),
    "a drawing with entities": ("poses/viparita-karani/glyph.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "declares a document type"),
    "no drawing": ("poses/viparita-karani/glyph.svg", b"", "is not SVG"),
    "an empty drawing": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"></svg>', "svg: is empty"),
    "a drawing of another size": ("poses/viparita-karani/glyph.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>', "found another frame"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_told_by_reader_and_check_alike(bench: Bench, case: str) -> None:
    file, data, says = UNREADABLE[case]
    with bench.with_bytes(file, data) as content:
        with pytest.raises(ContentError) as caught:
            read_library(content)
        findings = check_library(content)
    assert says in str(caught.value)
    assert str(caught.value).startswith(file)
    assert [finding.file for finding in findings] == [file]
    assert says in str(findings[0])


@pytest.mark.parametrize(
    "file", [POSE, STEPS, "poses/savasana/guide.md", "vocabulary/claims.toml", "vocabulary/cue_rules.toml"]
)
def test_a_missing_file_is_named(bench: Bench, file: str) -> None:
    with bench.without(file) as content:
        with pytest.raises(ContentError, match="is missing") as caught:
            read_library(content)
        assert check_library(content)[0].file == file
    assert str(caught.value).startswith(file)


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(ContentError, match="no-such-place: is no folder"):
        read_library(Path("no-such-place"))
    assert "is no folder" in str(check_library(Path("no-such-place"))[0])


def test_every_unreadable_file_is_told_at_once(bench: Bench) -> None:
    with bench.with_bytes(POSE, b"x"), bench.with_bytes("poses/savasana/steps.toml", b"y") as content:
        assert [finding.file for finding in check_library(content)] == ["poses/savasana/steps.toml", POSE]


def test_a_folder_with_a_space_in_its_name_is_no_pose(bench: Bench) -> None:
    odd = bench.content / "poses" / "Tree Pose"
    odd.mkdir()
    try:
        with pytest.raises(ContentError, match="poses/Tree Pose: is no slug"):
            read_library(bench.content)
    finally:
        odd.rmdir()


def test_a_form_may_not_bear_the_name_of_a_pose(bench: Bench) -> None:
    twin = bench.content / "poses" / "viparita-karani" / "variations" / "savasana"
    twin.mkdir()
    try:
        with pytest.raises(ContentError, match="is the second folder of this name"):
            read_library(bench.content)
    finally:
        twin.rmdir()


def test_a_link_to_nothing_stops_the_reader(bench: Bench) -> None:
    with (
        bench.with_change(POSE, '"viparita-karani-bent"', '"viparita-karani-bnet"') as content,
        pytest.raises(ContentError, match="easier: 'viparita-karani-bnet' is not a pose; did you mean"),
    ):
        read_library(content)


def test_a_contact_with_something_that_lies_nowhere_stops_the_reader(bench: Bench) -> None:
    file = "poses/viparita-karani/posture.toml"
    with (
        bench.with_change(file, 'surface = "wall"', 'surface = "wal"') as content,
        pytest.raises(ContentError, match="'heels' touches 'wal', which lies nowhere"),
    ):
        read_library(content)

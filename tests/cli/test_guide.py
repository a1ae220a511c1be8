import json
import re
from pathlib import Path

import pytest

from karani.cli.guide_fonts import embedded_fonts
from karani.guide import compose, guide_to_dict
from karani.library import read_library
from tests.cli.command import karani

SLUGS = sorted(read_library().poses)
SECTIONS = [
    "Basics",
    "What it may do for you",
    "In",
    "Stay",
    "Out",
    "Tips",
    "Cautions",
    "Variations",
    "Sources",
]


def test_the_guide_has_its_sections_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    lines = karani("guide viparita-karani", capsys).out.splitlines()
    assert lines[0] == "Legs Up the Wall · Viparīta Karaṇī · विपरीत करणी"
    places = [lines.index(section) for section in SECTIONS]
    assert places == sorted(places)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_guide_fits_the_terminal(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(["guide", slug], capsys)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 100


def test_the_guide_as_json_is_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    library = read_library()
    said = json.loads(karani("guide viparita-karani-chair --json", capsys).out)
    guide = compose(library.pose("viparita-karani-chair"), library)
    assert said == json.loads(json.dumps(guide_to_dict(guide)))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_guide_is_a_page_that_needs_nothing_beside_it(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "guide.html"
    assert karani(["guide", slug, "--html", str(file)], capsys).code == 0
    page = file.read_text("utf-8")
    assert read_library().pose(slug).summary.replace("'", "&#39;") in page
    assert not re.search(r'(?:src|href)="|@import|url\((?!data:)', page)
    assert page.count("<h1>") == 1


def test_what_a_pose_says_cannot_break_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "guide.html"
    karani(["guide", "balasana", "--html", str(file)], capsys)
    assert "Child&#39;s Pose" in file.read_text("utf-8")


def test_the_page_carries_its_letters(tmp_path: Path) -> None:
    (tmp_path / "app.css").write_text(
        "@font-face{font-family:A;src:url(/static/a-1.woff2)format('woff2');unicode-range:U+??}"
        "@font-face{font-family:A;src:url(/static/b-2.woff2)format('woff2');unicode-range:U+900-97F}p{color:red}"
    )
    (tmp_path / "a-1.woff2").write_bytes(b"latin")
    (tmp_path / "b-2.woff2").write_bytes(b"deva")
    both = embedded_fonts(devanagari=True, folder=tmp_path)
    latin = embedded_fonts(devanagari=False, folder=tmp_path)
    assert both.count("url(data:font/woff2;base64,") == 2
    assert latin.count("url(data:font/woff2;base64,bGF0aW4=)") == 1
    assert "red" not in both


def test_without_a_front_end_a_page_takes_the_readers_own_letters(tmp_path: Path) -> None:
    assert embedded_fonts(devanagari=True, folder=tmp_path / "nowhere") == ""

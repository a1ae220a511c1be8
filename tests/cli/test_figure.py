from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.command import karani


def test_a_pose_is_drawn_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.svg"
    said = karani(f"figure viparita-karani --output {path}", capsys)
    assert said.code == 0
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own
    assert root[0].text == "Legs Up the Wall"


def test_a_tall_person_is_drawn_larger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heights = []
    for height_cm in (150, 195):
        path = tmp_path / f"{height_cm}.svg"
        karani(f"figure viparita-karani --height-cm {height_cm} --output {path}", capsys)
        root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own
        heights.append(float((root.get("viewBox") or "").split()[3]))
    assert heights[1] > 1.15 * heights[0]


def test_steps_are_one_strip(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("figure viparita-karani --steps", capsys)
    assert said.code == 0
    assert "Legs Up the Wall, step by step" in said.out
    assert said.out.count("<title") >= 4


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("figure", "Name one pose"),
        ("figure viparita-karani --all", "Name one pose"),
        ("figure viparita-karan", "viparita-karani"),
        ("figure viparita-karani --steps --set wall_distance_cm=15", "leave out --steps"),
        ("figure viparita-karani --tone green", "skin tone"),
        ("figure viparita-karani --clothes none", "clothes"),
        ("figure viparita-karani --height-cm 20", "height"),
        ("figure viparita-karani --output /nowhere/at/all.svg", "cannot be written"),
    ],
)
def test_a_mistake_is_one_sentence(line: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(line, capsys)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err
    assert said.out == ""

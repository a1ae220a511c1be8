"""`karani posture` and `karani muscles`, as a script calls them."""

import json
from pathlib import Path

import pytest

from karani.cli import person
from karani.cli.main import main


@pytest.fixture(autouse=True)
def made_body(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person, "cache_folder", lambda: cache)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main(words) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_posture_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    answer = printed(capsys, "posture", "viparita-karani", "--set", "wall_distance_cm=15", "--json")
    assert answer["wall_distance_cm"] == pytest.approx(15, abs=0.5)
    assert answer["solved"] is True


def test_a_posture_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["posture", "savasana", "--height-cm", "155"]) == 0
    assert "head-back on floor" in capsys.readouterr().out


def test_muscles_of_a_free_body_are_those_of_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    answer = printed(capsys, "muscles", "--joint", "hip_flexion_r=0", "--json")
    muscles = {muscle["name"]: muscle for muscle in answer["muscles"]}  # type: ignore[attr-defined]  # parsed JSON
    assert len(muscles) == 416
    assert muscles["addbrev_r"]["muscle_tendon_length_m"] == pytest.approx(0.1358, abs=0.03)
    assert muscles["semimem_r"]["group"] == "hamstrings"
    assert muscles["semimem_r"]["moment_arms_m"]["hip_flexion_r"] < -0.04


def test_a_person_is_read_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "ben.toml"
    file.write_text('height_cm = 185\nmass_kg = 90\nsex = "male"\n[proportions]\nthigh = 1.03\n')
    answer = printed(capsys, "posture", "savasana", "--person", str(file), "--mass-kg", "80", "--json")
    assert answer["person"] == {
        "height_cm": 185, "mass_kg": 80, "sex": "male", "age": 40, "straight_leg_raise_deg": 80,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("posture", "savasana", "--height-cm", "nan"), "The height is nan cm"),
        (("posture", "savasana", "--height-cm", "300"), "140 to 205 cm"),
        (("posture", "savasana", "--sex", "tall"), "female and male"),
        (("posture", "savasana", "--set", "wall_distance_cm=15"), "cannot be set in savasana"),
        (("posture", "savasana", "--set", "wall_distance_cm"), "is not NAME=VALUE"),
        (("posture", "savasan"), "savasana"),
        (("muscles",), "takes a pose or joints"),
        (("muscles", "--joint", "hip=9"), "'hip' is not a joint of the body"),
        (("muscles", "--joint", "hip_flexion_r=nan"), "an angle is a number from -360 to 360 deg"),
        (("posture", "savasana", "--person", "nowhere.toml"), "cannot be read"),
    ],
)
def test_mistakes_are_one_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sentence in refused(capsys, *words)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("height = 180", "'height' is not a measure"),
        ('height_cm = "tall"', "a number would be right"),
        ("height_cm = ", "is not a TOML file"),
        ("[proportions]\narm = 1.1", "'arm' is not a measure"),
        ("proportions = 3", "would be a table"),
    ],
)
def test_mistakes_in_a_persons_file_are_one_sentence(
    text: str, sentence: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "person.toml"
    file.write_text(text)
    assert sentence in refused(capsys, "posture", "savasana", "--person", str(file))

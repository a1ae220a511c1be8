import csv
import json
from pathlib import Path

import pytest

from tests.cli.command import karani

KEYS = {
    "time_s", "heart_rate_bpm", "systolic_mmhg", "diastolic_mmhg", "mean_arterial_pressure_mmhg", "stroke_volume_ml",
    "cardiac_output_l_min", "central_venous_pressure_mmhg", "leg_volume_ml", "chest_volume_ml", "total_blood_volume_ml",
}  # fmt: skip


def test_a_pose_as_json_has_every_list_second_by_second(capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(karani("simulate viparita-karani --minutes 2 --json", capsys).out)
    assert {len(said[key]) for key in KEYS} == {120}
    assert said["leg_volume_ml"][-1] < said["leg_volume_ml"][0] - 100.0
    assert sum(beat["rr_s"] for beat in said["beats"]) == pytest.approx(120.0, abs=2.0)


def test_a_pose_in_words_says_that_it_is_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("simulate viparita-karani --minutes 1", capsys)
    assert said.code == 0
    assert said.out.startswith("Legs Up the Wall\n")
    assert "not a measurement" in said.out
    assert max(map(len, said.out.splitlines())) <= 100


def test_a_timeline_runs_step_by_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tilt.toml"
    file.write_text("[[step]]\ntilt_deg = 0\nseconds = 60\n[[step]]\ntilt_deg = 60\nseconds = 120\n")
    said = json.loads(karani(["simulate", str(file), "--json"], capsys).out)
    assert said["title"] == "tilt"
    assert said["heart_rate_bpm"][-1] > said["heart_rate_bpm"][50] + 4.0


def test_a_whole_plan_is_followed_from_its_first_second_to_its_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.json"
    assert karani(["plan", "--need", "stress", "--minutes", "5", "--save", str(plan)], capsys).code == 0
    said = json.loads(karani(["simulate", str(plan), "--json"], capsys).out)
    assert said["title"].startswith("Five minutes")
    assert len(said["time_s"]) == pytest.approx(300, abs=15)


def test_what_is_not_a_plan_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    said = karani(["simulate", str(broken)], capsys)
    assert said.code == 2
    assert "is not a plan to follow" in said.err


def test_the_table_has_a_line_for_each_second(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "legs.csv"
    assert karani(["simulate", "savasana", "--minutes", "1", "--csv", str(file)], capsys).code == 0
    rows = list(csv.DictReader(file.open()))
    assert len(rows) == 60
    assert set(rows[0]) >= KEYS


def test_the_chart_is_an_svg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "legs.svg"
    said = karani(["simulate", "savasana", "--minutes", "1", "--plot", str(file)], capsys)
    assert str(file) in said.out
    assert file.read_text().startswith("<svg ")


def test_a_taller_person_holds_more_blood(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    chandra = tmp_path / "chandra.toml"
    chandra.write_text(
        'height_cm = 158\nmass_kg = 58\nsex = "female"\nage = 61\nstraight_leg_raise_deg = 70\n'
    )
    line = ["simulate", "savasana", "--minutes", "0.2", "--json"]
    small = json.loads(karani([*line, "--person", str(chandra)], capsys).out)
    tall = json.loads(karani([*line, "--person", str(chandra), "--height-cm", "188"], capsys).out)
    assert small["person"]["age_years"] == 61.0
    assert tall["total_blood_volume_ml"][0] > small["total_blood_volume_ml"][0] + 500.0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("simulate nosuchpose", "'nosuchpose' is not a pose"),
        ("simulate nowhere.toml", "'nowhere.toml' cannot be read"),
        ("simulate nowhere.toml --minutes 3", "--minutes goes with a pose"),
        ("simulate savasana --minutes -1", "--minutes is -1; 0.1 to 240 would be right"),
        ("simulate savasana --minutes nan", "--minutes is nan"),
        ("simulate savasana --height-cm 20", "The height is 20 cm"),
        ("simulate savasana --age nan", "The age is nan years"),
        ("simulate savasana --person nobody.toml", "nobody.toml cannot be read"),
        ("simulate savasana --csv a --plot b", "not allowed with"),
        ("simulate savasana --minutes 0.1 --csv nowhere/a.csv", "cannot be written"),
    ],
)
def test_mistakes_are_one_sentence(line: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(line, capsys)
    assert said.code == 2
    assert says in said.err
    assert said.err.count("\n") == 1
    assert not said.out


def test_a_person_file_with_a_wrong_key_or_value_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "person.toml"
    for text, says in (
        ("weight = 70", "'weight' is not a measure"),
        ('mass_kg = "70"', "a number would be right"),
        ("sex = 3", "knows female and male"),
        ("[[", "is not a TOML file"),
    ):
        file.write_text(text)
        assert says in karani(["simulate", "savasana", "--person", str(file)], capsys).err

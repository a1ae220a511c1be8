import json
from pathlib import Path

import pytest

from karani.cli.plan_file import read_plan
from karani.library import read_library
from karani.library.distances import distance_words
from karani.practice import Request, plan, practice_from_dict, write_script
from tests.cli.command import karani

DEV = "plan --need low-back --minutes 10"
BEN = "plan --need stress --minutes 20 --prop wall --prop couch --prop blanket --condition low-back-pain"


def test_a_plan_is_told_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(BEN, capsys)
    assert said.code == 0
    assert said.out.startswith("Twenty minutes to calm down\n")
    assert "20:00 End" in said.out
    assert "\nLeft out\n" in said.out


def test_a_plan_as_json_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    content = json.loads(karani(f"{BEN} --json", capsys).out)
    assert {"segments", "left_out", "total_seconds", "warnings"} <= set(content)
    for segment in content["segments"]:
        assert {"pose", "variation", "seconds", "breath", "props", "reason"} <= set(segment)
    for left_out in content["left_out"]:
        assert {"pose", "condition", "reason"} <= set(left_out)
    assert content["total_seconds"] == pytest.approx(1200, abs=5)


def test_options_reach_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    line = (
        "plan --pose viparita-karani --minutes 25 --prop wall --prop blanket --condition glaucoma "
        "--doctor-agreed glaucoma --exclude savasana --first-time --count-s 0.9 --json"
    )
    content = json.loads(karani(line, capsys).out)
    request = Request(
        need="this-pose", pose="viparita-karani", minutes=25, props=frozenset(("wall", "blanket")),
        conditions=frozenset(("glaucoma",)), doctor_agreed=frozenset(("glaucoma",)),
        excluded=frozenset(("savasana",)), first_time=True, count_s=0.9,
    )  # fmt: skip
    assert practice_from_dict(content) == plan(request, read_library())


def test_twenty_minutes_are_meant_when_none_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    content = json.loads(karani("plan --need stress --prop wall --json", capsys).out)
    assert content["request"]["minutes"] == 20


def test_a_saved_plan_is_the_plan_that_was_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.json"
    said = karani([*DEV.split(), "--json", "--save", str(file)], capsys)
    assert json.loads(file.read_text("utf-8")) == json.loads(said.out)


def test_who_tells_their_measures_is_told_their_own_distance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.json"
    line = "plan --pose viparita-karani --minutes 10 --prop wall --straight-leg-raise-deg 60 --save"
    said = karani([*line.split(), str(file)], capsys)
    kept = practice_from_dict(json.loads(file.read_text("utf-8")))
    words = distance_words(kept.body.distances_cm["viparita-karani"])
    assert f"For your body: about {words} from the wall" in " ".join(said.out.split())
    library = read_library()
    cues = " ".join(cue.text for cue in write_script(read_plan(file, library), library).cues)
    assert f"For your body, rest about {words} from the wall." in cues

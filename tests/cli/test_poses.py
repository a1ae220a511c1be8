import json

import pytest

from karani.library import read_library
from tests.cli.command import karani


def slugs(line: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    said = karani(f"{line} --json", capsys)
    assert said.code == 0
    return {pose["slug"] for pose in json.loads(said.out)}


def test_every_pose_and_form_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("poses", capsys)
    assert said.code == 0
    assert "viparita-karani-chair" in said.out
    assert "Viparīta Karaṇī" in said.out
    assert "explained, not led" in said.out


def test_a_need_keeps_the_poses_that_serve_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(karani("poses --need sleep --json", capsys).out)
    assert found
    assert all("sleep" in pose["needs"] for pose in found)


def test_props_at_hand_keep_what_can_be_done_with_them(capsys: pytest.CaptureFixture[str]) -> None:
    found = slugs("poses --prop wall", capsys)
    assert "viparita-karani" in found
    assert "viparita-karani-chair" not in found


def test_a_couch_does_for_a_chair(capsys: pytest.CaptureFixture[str]) -> None:
    assert "viparita-karani-chair" in slugs("poses --prop couch", capsys)


def test_a_condition_leaves_out_what_is_to_be_avoided(capsys: pytest.CaptureFixture[str]) -> None:
    left_out = slugs("poses", capsys) - slugs("poses --condition dvt", capsys)
    assert "viparita-karani" in left_out


def test_a_condition_marks_what_needs_a_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(karani("poses --condition glaucoma --json", capsys).out)
    wall = next(pose for pose in found if pose["slug"] == "viparita-karani")
    assert [(caution["condition"], caution["action"]) for caution in wall["cautions"]] == [
        ("glaucoma", "ask_doctor")
    ]


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    every_condition = " ".join(f"--condition {slug}" for slug in read_library().conditions)
    said = karani(f"poses --need neck {every_condition}", capsys)
    assert said.code == 0
    assert said.out == "No pose fits all of this. Ask for less at once, or name more props.\n"

import io
import json
from pathlib import Path

import pytest
import soundfile

from karani.library import read_library
from karani.practice import Request, plan, write_script
from karani.sound import SilentVoice, render
from tests.cli.command import karani

SILENTLY = ("--voice", "silent")


def test_a_pose_is_written_as_a_track(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rest.mp3"
    said = karani(["track", *SILENTLY, "savasana", "--minutes", "8", "--output", str(file)], capsys)
    assert said.code == 0
    assert said.out.startswith("Eight minutes in Corpse Pose: 8:00 in ")
    assert soundfile.info(io.BytesIO(file.read_bytes())).duration > 480


def test_the_usual_length_is_taken_when_none_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = karani(
        ["track", *SILENTLY, "viparita-karani", "--output", str(tmp_path / "a.mp3"), "--json"], capsys
    )
    usual_s = read_library().pose("viparita-karani").hold.usual_s
    assert usual_s < json.loads(said.out)["main_s"] < usual_s + 300


def test_what_was_written_is_said_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rest.mp3"
    said = json.loads(
        karani(
            ["track", *SILENTLY, "savasana", "--minutes", "8", "--output", str(file), "--json"], capsys
        ).out
    )
    assert said["bytes"] == file.stat().st_size
    assert said["media_type"] == "audio/mpeg"
    assert said["main_s"] == pytest.approx(480, abs=5)
    assert said["total_s"] > said["regions"][-1]["end_s"]


def test_a_saved_plan_gives_the_track_of_that_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, file = tmp_path / "plan.json", tmp_path / "plan.mp3"
    karani(["plan", "--need", "low-back", "--minutes", "10", "--save", str(kept)], capsys)
    assert karani(["track", *SILENTLY, str(kept), "--output", str(file)], capsys).code == 0
    library = read_library()
    script = write_script(plan(Request("low-back", 10), library), library)
    assert file.read_bytes() == render(script, SilentVoice()).audio

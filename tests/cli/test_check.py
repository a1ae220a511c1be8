import json
import shutil
from pathlib import Path

import pytest

import karani
from tests.cli.command import karani as run

CONTENT = Path(karani.__file__).parent / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_our_own_content_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    said = run("check", capsys)
    assert (said.code, said.out) == (0, "All content is in order.\n")


def test_another_folder_is_checked_when_it_is_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(content), "--json"], capsys).out == "[]\n"


def test_a_mistake_in_content_is_named_with_its_file(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = content / "poses" / "savasana" / "pose.toml"
    file.write_text(file.read_text("utf-8").replace('position = "supine"', 'position = "floating"'), "utf-8")
    said = run(["check", str(content)], capsys)
    assert said.code == 1
    assert "savasana/pose.toml" in said.out
    assert "floating" in said.out
    assert said.err == ""


def test_findings_are_given_as_json(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "poses" / "savasana" / "steps.toml").write_text("[[enter]", "utf-8")
    said = run(["check", str(content), "--json"], capsys)
    assert said.code == 1
    assert {"file", "field", "sentence"} <= set(json.loads(said.out)[0])

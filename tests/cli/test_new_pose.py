"""A new pose begins as a folder that can be read, and the check leads through the rest."""

from pathlib import Path

import pytest

from karani.library import check_library
from karani.library.gather import gather
from karani.library.reader import stop
from tests.cli.command import karani
from tests.library.bench import copy_content


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_content(tmp_path_factory.mktemp("new") / "content").content


def test_a_new_pose_can_be_read_and_the_check_says_what_is_wanting(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = karani(f"new-pose baddha-test --content {content}", capsys)
    assert said.code == 0, said.err
    folder = content / "poses" / "baddha-test"
    assert str(folder) in said.out
    assert gather(content, stop).pose("baddha-test").name == "Baddha Test"
    told = [str(finding) for finding in check_library(content)]
    assert told
    assert all(sentence.startswith("poses/baddha-test") for sentence in told)
    assert any(
        "summary: has 0 words; one sentence of 1 to 25 would be right" in sentence for sentence in told
    )
    assert any("guide.md: has 0 words; 120 to 260 would be right" in sentence for sentence in told)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def test_a_form_is_made_beside_the_other_forms(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = karani(f"new-pose savasana-test --form-of savasana --content {content}", capsys)
    folder = content / "poses" / "savasana" / "variations" / "savasana-test"
    assert said.code == 0
    assert gather(content, stop).pose("savasana-test").form_of == "savasana"
    assert any("helps: found ''" in str(finding) for finding in check_library(content))
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Baddha_Test", "'Baddha_Test' is no slug; small letters, digits and single hyphens would be right."),
        ("savasana", "There is a pose 'savasana' already; choose another name."),
        ("x --form-of savasna", "'savasna' is not a pose; did you mean 'savasana'?"),
        ("x --form-of savasana-side", "'savasana-side' is a form of 'savasana' itself; name that one."),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    content: Path, line: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(content.rglob("*"))
    said = karani(f"new-pose {line} --content {content}", capsys)
    assert (said.code, said.err.strip()) == (2, says)
    assert sorted(content.rglob("*")) == before


def test_the_schema_of_a_pose_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    said = karani("schema pose", capsys)
    assert said.code == 0
    assert '"title": "Karani: pose"' in said.out
    assert karani("schema sofa", capsys).code == 2

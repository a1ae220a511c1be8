"""Every mistake of a person: one sentence on standard error, exit code 2, nothing on standard output, nothing written."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.cli.main import COMMANDS, main
from karani.library import read_library
from karani.practice import Request, plan, practice_to_dict
from tests.cli.command import karani

BAD = [
    ("plan", "--need"),
    ("plan --need stres", "did you mean 'stress'?"),
    ("plan --need this-pose", "--pose"),
    ("plan --need stress --minutes 4", "5 to 60"),
    ("plan --need stress --minutes 61", "5 to 60"),
    ("plan --need stress --minutes -20", "5 to 60"),
    ("plan --need stress --minutes ten", "'ten' is not a whole number"),
    ("plan --need stress --minutes NaN", "'NaN' is not a whole number"),
    ("plan --need stress --minutes 20.5", "'20.5' is not a whole number"),
    ("plan --need stress --minutes", "--minutes"),
    ("plan --need stress --prop bolstr", "did you mean 'bolster'?"),
    ("plan --need stress --condition glaucma", "did you mean 'glaucoma'?"),
    ("plan --need stress --doctor-agreed glaucma", "did you mean 'glaucoma'?"),
    ("plan --need stress --exclude savasna", "did you mean 'savasana'?"),
    ("plan --need stress --count-s NaN", "0.8 to 1.3"),
    ("plan --need stress --count-s inf", "0.8 to 1.3"),
    ("plan --need stress --count-s 2", "0.8 to 1.3"),
    ("plan --need stress --count-s slow", "'slow' is not a number"),
    ("plan --pose viparita-karni", "did you mean 'viparita-karani'?"),
    ("plan --pose salamba-sirsasana", "explained here, not led"),
    ("plan --pose viparita-karani", "wall"),
    ("plan --need stress --save .", "is a folder"),
    ("plan --need stress --save nowhere/plan.json", "no such file or directory"),
    ("plan --need stress extra", "extra"),
    ("plan --need stress --prop wall --straight-leg-raise-deg 200", "30 to 130"),
    ("plan --need low-back --height-cm NaN", "height"),
    ("plan --need low-back --person lost.toml", "lost.toml"),
    ("track savasana --output out.mp3 --minutes 8 --sex tall", "female"),
    ("poses --need calm", "is not a need"),
    ("poses --prop sofaa", "is not a prop"),
    ("poses --condition tired", "is not a condition"),
    ("poses --all", "--all"),
    ("guide", "POSE"),
    ("guide viparita-karni", "did you mean 'viparita-karani'?"),
    ("guide savasana --html .", "is a folder"),
    ("guide savasana --html nowhere/page.html", "no such file or directory"),
    ("guide savasana --html page.html --json", "not allowed with"),
    ("track savasana", "--output"),
    ("track savasna --output out.mp3", "did you mean 'savasana'?"),
    ("track savasana --output out.mp3 --minutes 4", "5 to 60"),
    ("track savasana --output out.mp3 --minutes 0", "5 to 60"),
    ("track savasana --output nowhere/out.mp3 --minutes 8", "no such file or directory"),
    ("track salamba-sirsasana --output out.mp3", "explained here, not led"),
    ("track lost.json --output out.mp3", "'lost.json' cannot be read"),
    ("track ./lost --output out.mp3", "cannot be read"),
    ("check lost", "'lost' is not a folder"),
    ("serve --port abc", "'abc' is not a whole number"),
    ("serve --port 65536", "ports go from 0"),
    ("serve --port -1", "ports go from 0"),
    ("lead", "is not a command"),
    ("--bogus", "is not a command"),
]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("line", "says"), BAD)
def test_a_mistake_is_one_sentence_and_writes_nothing(
    line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = karani(line, capsys)
    assert (said.code, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def kept_plan() -> dict[str, Any]:
    """Dev's ten minutes, without any prop."""
    return practice_to_dict(plan(Request("low-back", 10), read_library()))


def changed(*path: str | int, to: object) -> dict[str, Any]:
    content: Any = kept_plan()
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return dict(content)


DAMAGED = {
    "nothing": ("", "is not JSON"),
    "half a file": (json.dumps(kept_plan())[:200], "is not JSON"),
    "not text": ("\udcff\udcfe", "is not JSON"),
    "a list": ("[]", "practice"),
    "a number": ("7", "practice"),
    "deep": ("[" * 100_000, "is not JSON"),
    "no segments": (json.dumps(changed("segments", to=[])), "no segments"),
    "an unknown pose": (json.dumps(changed("segments", 0, "pose", to="savasna")), "savasna"),
    "an unknown need": (json.dumps(changed("request", "need", to="fun")), "'fun' is not a need"),
    "a hold of text": (json.dumps(changed("segments", 0, "hold_s", to="long")), "segments[0].hold_s"),
    "a hold below nothing": (json.dumps(changed("segments", 0, "hold_s", to=-5)), "segments[0].hold_s"),
    "a hold without end": (json.dumps(changed("segments", 0, "hold_s", to=1e12)), "60 minutes are the most"),
    "a guide-only pose": (json.dumps(changed("segments", 0, "pose", to="salamba-sirsasana")), "explained here, not led"),
    "an avoided pose": (
        json.dumps(changed("request", "conditions", to=["pregnancy-t3"])), "cannot be led here"
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_plan_is_named_and_gives_no_track(
    damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, says = DAMAGED[damage]
    file = tmp_path / "plan.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    said = karani("track plan.json --output out.mp3", capsys)
    assert (said.code, said.out) == (2, "")
    assert "'plan.json'" in said.err
    assert says in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [file]


def test_a_plan_has_its_own_minutes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.json").write_text(json.dumps(kept_plan()))
    said = karani("track plan.json --minutes 20 --output out.mp3", capsys)
    assert (said.code, said.err) == (2, "A plan has its own minutes; --minutes goes with a pose.\n")


def test_a_file_that_was_there_stays_as_it_was_when_the_new_one_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "plan.json"
    kept.write_text("kept")
    assert karani("plan --need stress --minutes 4 --save plan.json", capsys).code == 2
    assert kept.read_text() == "kept"


WORDS = [
    *(command for command in COMMANDS if command != "serve"),
    *"--need --minutes --prop --condition --pose --exclude --json --html --output --save --count-s".split(),
    *"stress sleep this-pose savasana viparita-karani wall chair glaucoma 20 5 0 -1 1e9 NaN . .. / a.json".split(),
]
ELSEWHERE = st.characters(exclude_characters="/\\")  # whatever is written stays in the empty folder
anything = st.lists(st.sampled_from(WORDS) | st.text(ELSEWHERE, max_size=12), max_size=7)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(anything)
def test_whatever_is_typed_is_answered_without_a_traceback(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    if words[:1] == ["serve"]:
        return
    code = main(words)
    err = capsys.readouterr().err
    assert code in {0, 1, 2}, shlex.join(words)
    assert err.count("\n") == (1 if code == 2 else 0)
    assert "Traceback" not in err

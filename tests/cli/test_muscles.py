"""`karani muscles`, as a script calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from karani.cli import person
from karani.cli.main import main


@pytest.fixture(autouse=True)
def made_body(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    config = request.config.cache
    assert config is not None
    cache = Path(config.mkdir("karani-body"))
    monkeypatch.setattr(person, "cache_folder", lambda: cache)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(words) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_groups_come_with_state_stretch_and_work(capsys: pytest.CaptureFixture[str]) -> None:
    answer = printed(capsys, "muscles", "viparita-karani", "--set", "wall_distance_cm=25", "--json")
    groups = {(group["name"], group["side"]): group for group in answer["groups"]}
    hamstrings = groups["hamstrings", "right"]
    assert hamstrings["state"] == "stretched"
    assert hamstrings["stretch_n"] > 200
    assert groups["trapezius", "left"]["state"] == "not-computed"
    assert {"stretch_share", "activation", "force_n", "length_ratio"} <= set(hamstrings)
    assert answer["effort"] > 0
    assert answer["max_reserve_nm"] < 1
    assert sum(contact["force_world_n"][2] for contact in answer["contacts"]) == pytest.approx(
        answer["body_weight_n"], rel=1e-3
    )


def test_a_body_settles_where_nothing_was_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    answer = printed(capsys, "muscles", "viparita-karani", "--straight-leg-raise-deg", "78", "--json")
    assert answer["eased"]["name"] == "wall_distance_cm"
    assert answer["eased"]["restful"] is True
    assert answer["effort"] < 0.05


def test_a_free_body_shows_passive_forces_and_nothing_at_work(capsys: pytest.CaptureFixture[str]) -> None:
    answer = printed(capsys, "muscles", "--joint", "hip_flexion_r=90", "--json")
    muscles = {muscle["name"]: muscle for muscle in answer["muscles"]}
    assert muscles["semimem_r"]["stretch_n"] > 100
    assert muscles["semimem_r"]["activation"] == 0
    assert muscles["FDP3"]["state"] == "not-computed"


def test_muscles_are_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["muscles", "savasana"]) == 0
    said = capsys.readouterr().out
    assert "Muscles and supports hold the posture." in said
    assert "Not computed:" in said

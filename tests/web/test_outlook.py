"""Home says what Begin would lead, and nothing else."""

import re

from karani.library import Library
from tests.web.browser import Browser


def test_the_outlook_names_the_very_poses_that_begin_leads(asha: Browser, library: Library) -> None:
    for need in library.needs.keys() - {"this-pose"}:
        seen = asha.get(f"/api/outlook?need={need}&minutes=20").json()["way"]
        page = asha.get(f"/practices/{asha.plan(need, 20)}").text
        assert seen
        assert all(f">{name}<" in page for name in seen.removesuffix(".").split(", then ")), need


def test_minutes_that_cannot_be_are_said_where_the_outlook_stands(asha: Browser) -> None:
    assert "minutes" in asha.get("/api/outlook?need=stress&minutes=ten").json()["way"]


def test_a_home_without_answers_counts_on_a_wall_a_chair_and_bedding_only(newcomer: Browser) -> None:
    counted_on = re.findall(r'class="said-props">([^<]*)', newcomer.get("/").text)
    assert any("wall" in sentence for sentence in counted_on)
    assert not [sentence for sentence in counted_on if "block" in sentence or "bolster" in sentence]


def test_an_unknown_need_is_one_sentence(asha: Browser) -> None:
    answer = asha.get("/api/outlook?need=levitation&minutes=20")
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("'levitation' is not a need")

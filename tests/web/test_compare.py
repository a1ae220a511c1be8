"""Two poses side by side on one page: facts, likeness, muscles, blood and cautions."""

import json
from dataclasses import replace

import pytest

from karani.guide.demand import Demand
from karani.library import Library
from karani.web.anatomy_work import anatomy_work
from karani.web.computing import Work
from karani.web.loads_work import loads_work
from karani.web.routes.anatomy import asked_of
from tests.web.blood import keep_blood
from tests.web.browser import Browser
from tests.web.conftest import Open
from tests.web.people import ASHA

WALL, REST = "viparita-karani", "savasana"
ROW = {
    "group": "hamstrings",
    "side": "both",
    "name": "hamstrings",
    "state": "stretched",
    "state_words": "stretched",
    "step": 3,
    "shade": 0.6,
    "force_n": 84.6,
}
SVG = (
    '<svg aria-labelledby="plate-t plate-d"><title id="plate-t">Body</title><desc id="plate-d">seen</desc>'
    '<path class="plate-like" fill="url(#plate-stretched)"/></svg>'
)
LOADS = {
    "low_back_nm": 12.4,
    "hips_nm": 30.0,
    "knees_nm": 8.0,
    "hamstrings_n": 169.2,
    "neck_nm": 0.2,
    "wrists_nm": 0.0,
}


def keep(browser: Browser, work: Work, content: object) -> None:
    """As if it had been computed before."""
    browser.app.state.services.computing.results.file(work.key).write_bytes(json.dumps(content).encode())


@pytest.fixture
def computed(opened: Open, library: Library) -> Browser:
    """Of measures that no other test has, for what is kept is kept for all."""
    asha = opened(replace(ASHA, height_cm=167.3))
    here = asha.app.state.services
    for slug, busy in ((WALL, [ROW]), (REST, [])):
        asked = asked_of(here, library.pose(slug), {})
        keep(asha, anatomy_work(asked), {"svg": SVG, "anatomy": {"busy": busy}})
        keep(asha, loads_work(asked), LOADS if slug == WALL else dict.fromkeys(LOADS, 0.0))
        keep_blood(asha, slug, library)
    return asha


def test_all_that_is_computed_of_both_stands_in_the_same_rows(computed: Browser) -> None:
    page = computed.get(f"/compare?a={WALL}&b={REST}").text
    assert "data-fill" not in page
    assert '<th scope="row">Hamstrings</th><td>stretched, 85 N</td><td>at rest</td>' in page
    assert '<th scope="row">Low back</th><td>12 Nm</td><td>0 Nm</td>' in page
    assert "(−300 to −166) ml" in page


def test_two_plates_share_no_id(computed: Browser) -> None:
    page = computed.get(f"/compare?a={WALL}&b={REST}").text
    for side in ("here", "there"):
        assert f'aria-labelledby="{side}-t {side}-d"' in page
        assert page.count(f'id="{side}-t"') == page.count(f"url(#{side}-stretched)") == 1
    assert page.count('class="plate-like"') == 2


def test_what_is_not_computed_yet_is_said_and_asked_for(asha: Browser) -> None:
    page = asha.get("/compare?a=balasana&b=marjaryasana").text
    assert 'data-fill="/compare?a=balasana&amp;b=marjaryasana&amp;compute=yes"' in page
    assert page.count("Not computed yet for your measures.") == 2
    assert "muscles and blood are not computed yet" in page


def test_likeness_has_its_three_parts_once_they_are_learned(asha: Browser, library: Library) -> None:
    demands = asha.app.state.services.demands
    heights = {"head": 0.0, "hip": 0.0, "knee": 30.0, "ankle": 60.0}
    demands.learn(library.pose(WALL), Demand({"hamstrings": 0.6}, {}, heights))
    demands.learn(library.pose(REST), Demand({}, {}, dict.fromkeys(heights, 0.0)))
    page = asha.get(f"/compare?a={WALL}&b={REST}").text
    for part in ("Posture alike", "Muscles alike", "Blood alike"):
        assert f'aria-label="{part}"' in page
    assert "length in the hamstrings" in page
    assert "the feet 60 cm above the heart" in page


def test_others_can_be_chosen(asha: Browser, library: Library) -> None:
    page = asha.get(f"/compare?a={WALL}&b={REST}")
    assert page.text.count(f'<option value="{REST}" selected>') == 1
    assert page.text.count("<option ") == 2 * len(library.poses)
    assert asha.get("/compare?a=savasna").status_code == 404


@pytest.mark.parametrize(
    "address", ["/side-by-side?a=viparita-karani&b=savasana", "/compare?pose=viparita-karani&pose=savasana"]
)
def test_addresses_of_before_lead_to_the_same_page(asha: Browser, address: str) -> None:
    answer = asha.get(address)
    assert answer.url.path == "/compare"
    assert "<title>Legs Up the Wall and Corpse Pose" in answer.text


def test_beside_a_single_pose_stands_what_is_like_it(asha: Browser, library: Library) -> None:
    similar = asha.app.state.services.demands.list_similar(library.pose("uttanasana"), library)
    page = asha.get("/compare?pose=uttanasana").text
    assert f'<option value="{similar[0].ref.slug}" selected>' in page


@pytest.mark.parametrize(
    "asked",
    ["pose=nosuchpose", "pose=", f"pose={WALL}", "pose=" + "x" * 4000, "pose=%00", f"a={WALL}&b={WALL}"],
)
def test_an_odd_choice_still_shows_poses(asha: Browser, asked: str) -> None:
    answer = asha.get(f"/compare?{asked}")
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text

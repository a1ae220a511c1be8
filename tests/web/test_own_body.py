"""What the body of the person is known to do joins the practice: their own distance, and what asks least where it hurts."""

from concurrent.futures import Future
from dataclasses import replace

import pytest

from karani.library import Library
from karani.muscles.loads import PARTS
from karani.practice import write_script
from karani.sound import Levels
from karani.storage import Person, Storage
from karani.web.computing import Computing
from karani.web.own_body import find_loads, find_rest, loads_work, missing, rest_work
from karani.web.sounding import Asked, sounding_for
from tests.web.browser import Browser
from tests.web.conftest import Open
from tests.web.own_body import keep_loads, keep_rest

WALL, CHAIR, BENT = "viparita-karani", "viparita-karani-chair", "viparita-karani-bent"
OWN_CUE = "For your body, rest about a forearm from the wall."
USUAL_CUE = "Move your hips nearer or farther."


@pytest.fixture
def measured(opened: Open, library: Library) -> Browser:
    """Somebody whose straight leg lifts to 71 degrees, and who rests a forearm from the wall."""
    browser = opened(Person(straight_leg_raise_deg=71.0, height_cm=171.0, first_question_seen=True))
    keep_rest(browser, WALL, library, 26.0)
    return browser


def test_plan_transcript_and_bundle_say_the_persons_own_distance(measured: Browser) -> None:
    practice_id = measured.plan("this-pose", 15, pose=WALL)
    plan = measured.get(f"/practices/{practice_id}").text
    assert "For your body: about a forearm from the wall, 26 cm; restful between 22 and 60 cm." in plan
    assert OWN_CUE in measured.get(f"/practices/{practice_id}/transcript").text
    cues = [cue["text"] for cue in measured.bundle(practice_id)["script"]["cues"]]
    assert any(OWN_CUE in cue for cue in cues)
    assert not any(USUAL_CUE in cue for cue in cues)


def test_who_told_nothing_hears_the_usual_words(asha: Browser) -> None:
    practice_id = asha.plan("this-pose", 15, pose=WALL)
    assert "For your body" not in asha.get(f"/practices/{practice_id}").text
    transcript = asha.get(f"/practices/{practice_id}/transcript").text
    assert USUAL_CUE in transcript
    assert "For your body" not in transcript


def test_who_told_only_their_height_is_asked_for_the_raise(opened: Open, library: Library) -> None:
    tall = opened(Person(height_cm=191.0, first_question_seen=True))
    keep_rest(tall, WALL, library, 24.0)
    plan = tall.get(f"/practices/{tall.plan('this-pose', 15, pose=WALL)}").text
    assert "How far your straight leg lifts would tell it closer." in plan


def test_while_it_is_not_known_the_plan_has_room_for_it_and_works_as_it_is(opened: Open) -> None:
    browser = opened(Person(straight_leg_raise_deg=72.0, first_question_seen=True))
    practice_id = browser.plan("this-pose", 15, pose=WALL)
    plan = browser.get(f"/practices/{practice_id}").text
    assert f'data-fill="/practices/{practice_id}/own-body"' in plan
    assert "For your body" not in plan
    assert USUAL_CUE in browser.get(f"/practices/{practice_id}/transcript").text


def test_what_becomes_known_joins_a_practice_that_has_not_begun(
    opened: Open, library: Library, storage: Storage
) -> None:
    browser = opened(Person(straight_leg_raise_deg=73.0, first_question_seen=True))
    practice_id = browser.plan("this-pose", 15, pose=WALL)
    keep_rest(browser, WALL, library, 26.0)
    browser.get(f"/practices/{practice_id}")
    practice = storage.find_practice(practice_id)
    assert practice is not None
    assert practice.body.distances_cm == {WALL: 26.0}


def test_a_track_that_is_being_made_is_not_disturbed(
    opened: Open, library: Library, storage: Storage
) -> None:
    browser = opened(Person(straight_leg_raise_deg=74.0, first_question_seen=True))
    practice_id = browser.plan("this-pose", 15, pose=WALL)
    here, practice = browser.app.state.services, storage.find_practice(practice_id)
    assert practice is not None
    sounding = sounding_for(Asked(), here.storage.find_person().wishes, here.voices)
    digest = here.tracks.digest(write_script(practice, library), sounding.levels, sounding.voice)
    keep_rest(browser, WALL, library, 26.0)
    here.tracks.jobs[digest] = Future()
    try:
        browser.get(f"/practices/{practice_id}/play")
        assert storage.find_practice(practice_id) == practice
    finally:
        del here.tracks.jobs[digest]
    assert OWN_CUE in browser.get(f"/practices/{practice_id}/play").text


def test_another_distance_is_another_track(measured: Browser, storage: Storage, library: Library) -> None:
    practice = storage.find_practice(measured.plan("this-pose", 15, pose=WALL))
    assert practice is not None
    usual = replace(practice, body=replace(practice.body, rests=()))
    digest = measured.app.state.services.tracks.digest
    assert digest(write_script(practice, library), Levels()) != digest(write_script(usual, library), Levels())


def test_what_asks_least_of_the_back_is_offered_first_in_the_bundle(
    measured: Browser, library: Library
) -> None:
    for slug, load in {WALL: 40.0, CHAIR: 20.0, BENT: 8.0}.items():
        keep_loads(measured, slug, library, {"low-back": load})
    bundle = measured.bundle(measured.plan("this-pose", 15, pose=WALL))
    first = next(offer for offer in bundle["script"]["offers"] if offer["pain_place"] == "back")
    assert first["continuation"] == BENT
    assert first["reason"] == "By the model it asks 20\u00a0% of what Legs Up the Wall asks of the low back."


def test_saving_ones_measures_has_the_distance_computed(opened: Open, library: Library) -> None:
    browser = opened(Person(first_question_seen=True))
    sent = browser.post("/you", {"straight_leg_raise_deg": "75"})
    assert sent.status_code == 200
    here = browser.app.state.services
    work = rest_work(library.pose(WALL), here.known().person)
    assert work.key in here.computing.jobs or here.computing.find(work) is not None


def test_the_model_gives_a_distance_and_loads_and_they_are_read_back(
    library: Library, computing: Computing
) -> None:
    person = Person(straight_leg_raise_deg=60.0, height_cm=165.0)
    pose = library.pose(WALL)
    for work in (rest_work(pose, person), loads_work(pose, person)):
        computing.results.file(work.key).write_bytes(work.run(*work.arguments))
    rest, loads = find_rest(pose, person, computing), find_loads(pose, person, computing)
    assert rest is not None
    assert 20 < rest.distance_cm < 60
    assert {load.part: load.amount for load in loads}["hamstrings"] > 100
    assert not missing([rest_work(pose, person), loads_work(pose, person)], computing)


def test_a_guide_says_what_a_form_spares_and_where_it_does_not(measured: Browser, library: Library) -> None:
    keep_loads(measured, WALL, library, {"low-back": 3.0, "hamstrings": 900.0})
    keep_loads(measured, CHAIR, library, {"low-back": 2.0, "hamstrings": 180.0})
    keep_loads(measured, BENT, library, dict.fromkeys(PARTS, None))
    guide = measured.get(f"/poses/{WALL}").text
    assert "Spares the hamstrings: 20\u00a0% of the load in Legs Up the Wall." in guide
    assert "The model finds no lower load on the low back: it is next to nothing in both." in guide
    assert "Whether it spares the hamstrings the model cannot say" in guide
    assert "For your body: about a forearm from the wall, 26 cm" in guide
    assert "Spares the hamstrings: 20\u00a0%" in measured.get(f"/poses/{CHAIR}").text


def test_a_guide_waits_for_nothing_and_leads_to_what_is_not_computed_yet(opened: Open) -> None:
    page = opened(Person(straight_leg_raise_deg=77.0, first_question_seen=True)).get(f"/poses/{WALL}").text
    assert f'id="spared-{CHAIR}" data-fill="/poses/{WALL}/spared"' in page
    assert f'<a href="/poses/{WALL}/spared">What does it spare?</a>' in page
    assert "For your body" not in page

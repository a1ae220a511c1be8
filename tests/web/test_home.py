"""From home to a practice in two taps."""

import re

import pytest

from karani.library import Library
from karani.storage import Storage
from tests.web.browser import Browser, session_body


def test_home_asks_what_is_needed(asha: Browser, library: Library) -> None:
    page = asha.get("/")
    assert page.status_code == 200
    assert "What do you need?" in page.text
    for need in library.needs:
        assert f'value="{need}"' in page.text


def test_twenty_minutes_stand_ready(asha: Browser) -> None:
    assert re.search(r'name="minutes" value="20" checked', asha.get("/").text)


def test_begin_leads_straight_to_the_player(asha: Browser) -> None:
    sent = asha.post("/practices", {"need": "stress", "minutes": "20", "to": "begin"}, follow=False)
    assert sent.status_code == 303
    assert re.fullmatch(r"/practices/[0-9a-f-]{36}/play", sent.headers["location"])


def test_the_plan_can_be_seen_first(asha: Browser) -> None:
    page = asha.post("/practices", {"need": "stress", "minutes": "20", "to": "plan"})
    assert page.status_code == 200
    assert "Twenty minutes to calm down" in page.text


def test_the_last_need_and_minutes_stand_ready(asha: Browser) -> None:
    asha.plan("sleep", 30)
    page = asha.get("/").text
    assert re.search(r'value="sleep"[^>]* checked', page)
    assert re.search(r'name="minutes" value="30" checked', page)


def test_just_this_pose_takes_the_pose_that_was_chosen(asha: Browser) -> None:
    page = asha.post("/practices", {"need": "this-pose", "minutes": "15", "pose": "savasana", "to": "plan"})
    assert "/poses/savasana" in page.text


def test_the_pose_field_means_nothing_for_another_need(asha: Browser, storage: Storage) -> None:
    asha.plan("stress", 20, pose="savasana")
    last = storage.find_last_practice()
    assert last is not None
    assert last.request.pose is None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"need": "stress", "minutes": "soon"}, "is not a number of minutes"),
        ({"need": "stress", "minutes": "4"}, "5 to 60"),
        ({"need": "stress", "minutes": "9" * 400}, "5 to 60"),
        ({"need": "stress", "minutes": "²"}, "is not a number of minutes"),
        ({"need": "", "minutes": "20"}, "Choose a need first"),
        ({"need": "joy", "minutes": "20"}, "joy"),
        ({"need": "this-pose", "minutes": "20"}, "Choose the pose first"),
        ({"need": "this-pose", "minutes": "20", "pose": "lotus"}, "lotus"),
    ],
)
def test_what_cannot_be_planned_is_said_on_the_same_page_and_nothing_is_kept(
    asha: Browser, storage: Storage, form: dict[str, str], sentence: str
) -> None:
    page = asha.post("/practices", form)
    assert page.status_code == 422
    assert "What do you need?" in page.text
    assert sentence in page.text
    assert storage.find_last_practice() is None


def test_the_first_visit_asks_about_the_body_once(newcomer: Browser) -> None:
    assert "Anything we should know about your body?" in newcomer.get("/").text
    page = newcomer.post("/you", {"answer": "later"})
    assert page.url.path == "/"
    assert "Anything we should know about your body?" not in page.text


def test_later_keeps_nothing_that_was_typed(newcomer: Browser, storage: Storage) -> None:
    newcomer.post("/you", {"answer": "later", "condition": "glaucoma", "height_cm": "abc"})
    person = storage.find_person()
    assert person.conditions == frozenset()
    assert person.first_question_seen


def test_it_counts_as_a_first_time_until_something_was_practiced(asha: Browser) -> None:
    assert re.search(r'name="first_time"[^>]* checked', asha.get("/").text)
    body = session_body()
    asha.put(f"/api/sessions/{body['id']}", body)
    assert not re.search(r'name="first_time"[^>]* checked', asha.get("/").text)


def test_chandra_with_glaucoma_is_not_shown_a_pose_that_she_must_not_do(
    chandra: Browser, library: Library
) -> None:
    from karani.practice import screen
    from karani.web.pages.outlook import main_pose
    from tests.web.people import CHANDRA

    assert chandra.get("/").status_code == 200
    for need in library.needs.values():
        pose = main_pose(need, library, CHANDRA)
        allowed = [slug for slug in need.main if screen(library.pose(slug), CHANDRA.conditions).allowed]
        assert pose.slug in allowed or not allowed

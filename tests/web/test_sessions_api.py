"""What the player sends reaches the journal once, whole, or not at all."""

import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.storage import Storage
from tests.web.browser import Browser, session_body


def put(browser: Browser, body: dict[str, Any]) -> int:
    status: int = browser.put(f"/api/sessions/{body['id']}", body).status_code
    return status


def test_a_finished_practice_is_found_in_the_journal(asha: Browser) -> None:
    body = session_body(note="Window open.")
    assert put(asha, body) == 200
    page = asha.get(f"/journal/{body['id']}")
    assert "You came out calmer." in page.text
    assert "Window open." in page.text


def test_sending_it_twice_records_it_once(asha: Browser, storage: Storage) -> None:
    body = session_body()
    assert put(asha, body) == 200
    assert put(asha, body) == 200
    assert storage.count_sessions() == 1


def test_a_mood_that_is_told_later_is_added(asha: Browser, storage: Storage) -> None:
    body = session_body(mood_after=None)
    put(asha, body)
    put(asha, {**body, "mood_after": {"calm": 8}, "note": "Slept well."})
    kept = storage.find_session(body["id"])
    assert kept is not None
    assert kept.mood_after is not None
    assert kept.mood_after.calm == 8
    assert kept.note == "Slept well."


def test_a_mood_without_any_answer_counts_as_skipped(asha: Browser, storage: Storage) -> None:
    body = session_body(mood_before={"calm": None}, mood_after=None)
    put(asha, body)
    kept = storage.find_session(body["id"])
    assert kept is not None
    assert kept.mood_before is None


def test_a_practice_finished_without_a_server_is_taken_later(asha: Browser, storage: Storage) -> None:
    """Its plan may be gone, its pose unknown here, its clock set back: what was done is kept all the same."""
    body = session_body(
        practice_id=str(uuid4()),
        started_at="2026-07-01T22:30:00+02:00",
        ended_at="2026-07-01T22:29:00+02:00",
        segments=[{"pose": "a-pose-of-another-library", "seconds": 600}],
    )
    assert put(asha, body) == 200
    kept = storage.find_session(body["id"])
    assert kept is not None
    assert kept.ended_at == kept.started_at
    page = asha.get(f"/journal/{body['id']}")
    assert page.status_code == 200
    assert "a-pose-of-another-library" in page.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"need": "Stress!"}, "need: "),
        ({"outcome": "won"}, "outcome: "),
        ({"practiced_seconds": -1}, "practiced_seconds: "),
        ({"practiced_seconds": 1e300}, "practiced_seconds: "),
        ({"started_at": "2026-11-19T20:12:05"}, "started_at: "),
        ({"started_at": "0001-01-01T00:00:00+14:00"}, "started_at: "),
        ({"ended_at": "9999-12-31T23:59:59-14:00"}, "ended_at: "),
        ({"mood_after": {"calm": 11}}, "mood_after.calm: "),
        ({"segments": [{"pose": "savasana", "seconds": "long"}]}, "segments[0].seconds: "),
        ({"hurts": [{"at_s": 1, "pose": "savasana", "pain_place": "back"}]}, "hurts[0].then: "),
        ({"note": "a" * 4001}, "note: "),
        ({"title": "\ud800"}, "title: "),
        ({"practice_id": "mine"}, "practice_id: "),
    ],
)
def test_what_cannot_be_is_answered_with_its_place_and_nothing_is_kept(
    asha: Browser, storage: Storage, changes: dict[str, Any], sentence: str
) -> None:
    body = session_body(**changes)
    answer = asha.send("PUT", f"/api/sessions/{body['id']}", json.dumps(body).encode())
    assert answer.status_code == 422
    assert answer.json()["error"].startswith(sentence)
    assert storage.list_sessions() == ()
    assert storage.list_notes() == ()


def test_an_id_that_is_not_the_address_is_refused(asha: Browser, storage: Storage) -> None:
    answer = asha.put(f"/api/sessions/{uuid4()}", session_body())
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("id: the address names")
    assert storage.count_sessions() == 0


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"NaN", b"\xff\xfe", b"[" * 100_000, b'{"id": 1e999}']
)
def test_what_is_no_session_is_answered_with_a_sentence(
    asha: Browser, storage: Storage, content: bytes
) -> None:
    answer = asha.send("PUT", f"/api/sessions/{uuid4()}", content)
    assert answer.status_code in {400, 422}
    assert set(answer.json()) == {"error"}
    assert storage.count_sessions() == 0


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
FIELDS = sorted(session_body())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(FIELDS), value=anything)
def test_a_session_with_anything_in_one_field_is_kept_whole_or_refused_in_a_sentence(
    asha: Browser, storage: Storage, field: str, value: Any
) -> None:
    body = session_body()
    before = storage.count_sessions()
    answer = asha.send("PUT", f"/api/sessions/{body['id']}", json.dumps({**body, field: value}).encode())
    check_whole_or_refused(answer.status_code, answer.json(), storage.count_sessions() - before)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=anything, address=st.sampled_from(["/api/practices", f"/api/sessions/{uuid4()}"]))
def test_any_json_is_answered_without_a_fault_of_ours_and_writes_nothing(
    asha: Browser, storage: Storage, value: Any, address: str
) -> None:
    answer = asha.send("PUT" if "sessions" in address else "POST", address, json.dumps(value).encode())
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == {"error"}
    assert storage.count_sessions() == 0
    assert storage.find_last_practice() is None


def check_whole_or_refused(status: int, answer: dict[str, Any], recorded: int) -> None:
    if status == 200:
        assert recorded == 1
    else:
        assert status == 422
        assert set(answer) == {"error"}
        assert recorded == 0


def test_the_api_plans_what_a_form_plans(asha: Browser, storage: Storage) -> None:
    answer = asha.client.post(
        "/api/practices", json={"need": "stress", "minutes": 20}, headers={"X-Karani-Token": asha.token}
    )
    assert answer.status_code == 201
    begun = answer.json()
    assert begun["play_url"] == f"/practices/{begun['id']}/play"
    assert abs(begun["total_seconds"] - 1200) <= 5
    assert storage.find_practice(begun["id"]) is not None


def test_the_api_says_in_a_sentence_why_it_cannot_plan(asha: Browser, storage: Storage) -> None:
    for body in (
        {"need": "stress", "minutes": 3},
        {"need": "joy", "minutes": 20},
        {"need": "this-pose", "minutes": 20},
    ):
        answer = asha.client.post("/api/practices", json=body, headers={"X-Karani-Token": asha.token})
        assert 400 <= answer.status_code < 500
        assert answer.json()["error"].endswith((".", "?"))
    assert storage.find_last_practice() is None

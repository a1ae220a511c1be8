"""The plan tells why, and may be changed before the start."""

import re
from dataclasses import replace
from uuid import uuid4

from karani.storage import Storage
from tests.web.browser import Browser, session_body
from tests.web.people import CHANDRA


def found(storage: Storage, practice_id: str) -> list[str]:
    practice = storage.find_practice(practice_id)
    assert practice is not None
    return [segment.slug for segment in practice.segments]


def test_ben_is_told_what_is_left_out_and_why(ben: Browser) -> None:
    page = ben.get(f"/practices/{ben.plan('stress', 20)}").text
    assert "Left out, and why" in page
    assert "You told us your low back is sore." in page


def test_chair_is_offered_when_the_low_back_is_sore(ben: Browser, storage: Storage) -> None:
    poses = found(storage, ben.plan("stress", 20))
    assert "viparita-karani" not in poses
    assert "viparita-karani-chair" in poses


def test_dev_without_props_is_asked_for_none(dev: Browser, storage: Storage) -> None:
    practice = storage.find_practice(dev.plan("stress", 20))
    assert practice is not None
    assert all(segment.props == () for segment in practice.segments)


def test_the_plan_says_when_it_will_be_done(asha: Browser) -> None:
    assert "Done at 18:20 if you begin now." in asha.get(f"/practices/{asha.plan('stress', 20)}").text


def test_a_pose_can_be_left_out_and_the_minutes_stay(asha: Browser, storage: Storage) -> None:
    practice_id = asha.plan("stress", 20)
    before = storage.find_practice(practice_id)
    assert before is not None
    index = next(index for index, segment in enumerate(before.segments) if segment.role != "main")
    page = asha.post(f"/practices/{practice_id}/edit", {"change": "drop", "segment": str(index)})
    after = storage.find_practice(practice_id)
    assert page.status_code == 200
    assert after is not None
    assert before.segments[index].slug not in [segment.slug for segment in after.segments]
    assert abs(after.total_seconds - 1200) <= 5


def test_every_swap_that_is_offered_can_be_made(asha: Browser, storage: Storage) -> None:
    practice_id = asha.plan("stress", 20)
    page = asha.get(f"/practices/{practice_id}").text
    offered = re.findall(r'name="to" value="([a-z0-9-]+)"', page)
    assert offered
    sent = asha.post(
        f"/practices/{practice_id}/edit",
        {"change": "swap", "segment": first_with_swaps(page), "to": offered[0]},
    )
    assert sent.status_code == 200
    assert offered[0] in found(storage, practice_id)


def first_with_swaps(page: str) -> str:
    before = page.split('name="change" value="swap"', maxsplit=1)[0]
    return str(re.findall(r'name="segment" value="(\d+)"', before)[-1])


def test_a_change_that_cannot_be_is_answered_on_the_plan_and_changes_nothing(
    asha: Browser, storage: Storage
) -> None:
    practice_id = asha.plan("stress", 20)
    before = storage.find_practice(practice_id)
    for form in (
        {"change": "drop", "segment": "99"},
        {"change": "drop", "segment": "x"},
        {"change": "turn", "segment": "0"},
        {"change": "swap", "segment": "0", "to": "salamba-sirsasana"},
        {"change": "swap", "segment": "0"},
        {},
    ):
        page = asha.post(f"/practices/{practice_id}/edit", form)
        assert page.status_code == 422
        assert "Twenty minutes to calm down" in page.text
        assert 'role="alert"' in page.text
        assert storage.find_practice(practice_id) == before


def test_a_plan_that_is_gone_is_said_in_a_sentence(asha: Browser) -> None:
    page = asha.get(f"/practices/{uuid4()}")
    assert page.status_code == 404
    assert "There is no such practice any more" in page.text


def test_an_address_that_is_no_id_is_answered_with_a_sentence(asha: Browser) -> None:
    page = asha.get("/practices/first")
    assert page.status_code in {404, 422}
    assert "<h1>" in page.text


def test_a_plan_is_made_anew_when_chandra_tells_of_her_eyes_afterwards(
    asha: Browser, storage: Storage
) -> None:
    practice_id = asha.plan("stress", 20)
    assert "viparita-karani" in found(storage, practice_id)
    storage.save_person(CHANDRA)
    assert asha.get(f"/practices/{practice_id}").status_code == 200
    assert "viparita-karani" not in found(storage, practice_id)


def test_a_plan_stays_as_it_was_edited_when_only_the_volume_is_changed(
    asha: Browser, storage: Storage
) -> None:
    practice_id = asha.plan("stress", 20)
    assert asha.post(f"/practices/{practice_id}/edit", {"change": "drop", "segment": "0"}).status_code == 200
    edited = storage.find_practice(practice_id)
    person = storage.find_person()
    storage.save_person(replace(person, wishes=replace(person.wishes, volume=10)))
    asha.get(f"/practices/{practice_id}")
    assert storage.find_practice(practice_id) == edited


def test_a_pose_that_hurt_is_not_planned_until_its_note_is_lifted(asha: Browser, storage: Storage) -> None:
    hurt = {"at_s": 300, "pose": "viparita-karani", "pain_place": "back", "then": "rest"}
    body = session_body(hurts=[hurt], outcome="left-early", practiced_seconds=400)
    asha.put(f"/api/sessions/{body['id']}", body)
    assert "viparita-karani" not in found(storage, asha.plan("stress", 20))
    page = asha.get("/you").text
    assert "/you/notes/viparita-karani/lift" in page
    assert asha.post("/you/notes/viparita-karani/lift").status_code == 200
    assert "viparita-karani" in found(storage, asha.plan("stress", 20))


def test_lifting_a_note_that_does_not_stand_is_answered_with_a_sentence(asha: Browser) -> None:
    page = asha.post("/you/notes/savasana/lift")
    assert page.status_code == 404
    assert "No note stands on this pose." in page.text

"""A pose that hurt carries a note until the person lifts it."""

from dataclasses import replace
from datetime import timedelta

from karani.storage import Hurt, PoseNote, Storage
from tests.storage.sessions import ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK, THURSDAY_EVENING, another

HURT_AT = BEN_STOPPED_FOR_HIS_BACK.started_at + timedelta(seconds=300)
BENS_NOTE = PoseNote("viparita-karani", "back", HURT_AT)


def test_a_pose_that_hurt_is_noted_from_that_moment(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert storage.list_notes() == (BENS_NOTE,)


def test_a_practice_without_pain_leaves_no_note(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.list_notes() == ()


def test_the_same_session_sent_twice_notes_once(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert storage.list_notes() == (BENS_NOTE,)


def test_a_pose_that_hurts_twice_in_one_session_is_noted_once(storage: Storage) -> None:
    again = Hurt(at_s=350.0, pose="viparita-karani", pain_place="neck", then="end")
    storage.save_session(replace(BEN_STOPPED_FOR_HIS_BACK, hurts=(*BEN_STOPPED_FOR_HIS_BACK.hurts, again)))
    assert storage.list_notes() == (BENS_NOTE,)


def test_a_lifted_note_stands_no_more(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert storage.lift_note("viparita-karani", THURSDAY_EVENING)
    assert storage.list_notes() == ()
    assert not storage.lift_note("viparita-karani", THURSDAY_EVENING)


def test_an_old_session_that_arrives_again_does_not_bring_a_lifted_note_back(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    storage.lift_note("viparita-karani", THURSDAY_EVENING)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert storage.list_notes() == ()


def test_a_pose_that_hurts_after_its_note_was_lifted_is_noted_anew(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    storage.lift_note("viparita-karani", THURSDAY_EVENING)
    later = another(BEN_STOPPED_FOR_HIS_BACK, days_later=5)
    storage.save_session(later)
    assert [note.since for note in storage.list_notes()] == [HURT_AT + timedelta(days=5)]


def test_emptying_the_journal_does_not_bring_a_pose_back_that_hurt(storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    storage.delete_all_sessions()
    assert storage.list_notes() == (BENS_NOTE,)

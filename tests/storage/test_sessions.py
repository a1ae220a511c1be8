"""The journal keeps what was done, once, and forgets it when it is told to."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.storage import Mood, Session, Storage, session_from_dict, session_to_dict
from tests.storage.sessions import (
    ASHA_CALMED_DOWN,
    BEN_STOPPED_FOR_HIS_BACK,
    THURSDAY_EVENING,
    another,
)


def test_a_session_is_found_as_it_was_saved(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.find_session(ASHA_CALMED_DOWN.id) == ASHA_CALMED_DOWN


def test_a_session_that_was_never_saved_is_not_found(storage: Storage) -> None:
    assert storage.find_session(ASHA_CALMED_DOWN.id) is None


def test_a_time_in_another_zone_is_kept_as_the_same_moment(storage: Storage) -> None:
    in_india = timezone(timedelta(hours=5, minutes=30))
    there = replace(ASHA_CALMED_DOWN, started_at=ASHA_CALMED_DOWN.started_at.astimezone(in_india))
    storage.save_session(there)
    found = storage.find_session(there.id)
    assert found is not None
    assert found.started_at == THURSDAY_EVENING
    assert found.started_at.tzinfo == UTC


def test_saving_twice_records_once(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.list_sessions() == (ASHA_CALMED_DOWN,)
    assert storage.count_sessions() == 1


def test_a_second_sending_changes_nothing_that_was_said(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    other_words = replace(
        ASHA_CALMED_DOWN, title="Another", note="Another", mood_after=Mood(calm=0), outcome="left-early"
    )
    assert storage.save_session(other_words) == ASHA_CALMED_DOWN
    assert storage.find_session(ASHA_CALMED_DOWN.id) == ASHA_CALMED_DOWN


def test_a_second_sending_adds_the_mood_and_note_that_were_missing(storage: Storage) -> None:
    storage.save_session(replace(ASHA_CALMED_DOWN, mood_after=None, note=""))
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.find_session(ASHA_CALMED_DOWN.id) == ASHA_CALMED_DOWN


def test_sessions_are_listed_the_newest_first(storage: Storage) -> None:
    later = another(ASHA_CALMED_DOWN, days_later=1)
    for session in (BEN_STOPPED_FOR_HIS_BACK, later, ASHA_CALMED_DOWN):
        storage.save_session(session)
    assert storage.list_sessions() == (later, ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK)


def test_a_note_can_be_rewritten_and_emptied(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.save_session_note(ASHA_CALMED_DOWN.id, "")
    assert storage.find_session(ASHA_CALMED_DOWN.id) == replace(ASHA_CALMED_DOWN, note="")


def test_a_note_on_nothing_is_not_saved(storage: Storage) -> None:
    assert not storage.save_session_note(ASHA_CALMED_DOWN.id, "To whom?")


def test_deleting_one_leaves_the_others(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert storage.delete_session(ASHA_CALMED_DOWN.id)
    assert storage.list_sessions() == (BEN_STOPPED_FOR_HIS_BACK,)
    assert not storage.delete_session(ASHA_CALMED_DOWN.id)


def test_deleting_all_leaves_nothing(storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    storage.delete_all_sessions()
    assert storage.list_sessions() == ()
    assert storage.find_session(ASHA_CALMED_DOWN.id) is None


moods = st.none() | st.builds(Mood, *[st.none() | st.integers(0, 10)] * 4)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=moods, after=moods, note=texts, seconds=st.floats(0, 86400))
def test_any_mood_note_and_length_comes_back_as_it_was(
    storage: Storage, before: Mood | None, after: Mood | None, note: str, seconds: float
) -> None:
    session = replace(
        another(ASHA_CALMED_DOWN), mood_before=before, mood_after=after, note=note, practiced_seconds=seconds
    )
    storage.save_session(session)
    assert storage.find_session(session.id) == session


@given(before=moods, note=texts)
def test_a_session_survives_its_json(before: Mood | None, note: str) -> None:
    session: Session = replace(BEN_STOPPED_FOR_HIS_BACK, mood_before=before, note=note)
    assert session_from_dict(session_to_dict(session)) == session


def test_beside_a_session_stand_those_around_it_the_newest_first(storage: Storage) -> None:
    year = [another(ASHA_CALMED_DOWN, days_later=day) for day in range(30)]
    for session in year:
        storage.save_session(session)
    newest_first = [session.id for session in reversed(year)]

    def beside(place: int) -> list[str]:
        return [session.id for session in storage.list_sessions_beside(newest_first[place], 6)]

    assert beside(15) == newest_first[12:18]
    assert beside(0) == newest_first[:6]
    assert beside(29) == newest_first[24:]
    assert [one.id for one in storage.list_sessions_beside("gone", 6)] == newest_first[:6]
    assert len(storage.list_sessions_beside(newest_first[3], 99)) == 30

"""Small words: results, times, marks, and what a form said."""

from dataclasses import replace

import pytest

from karani.library import Library
from karani.storage import Mood, Session
from karani.web.form import clean
from karani.web.marks import marked
from karani.web.result import describe_result
from karani.web.times import clock_time, minutes
from tests.storage.sessions import ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK

SO_SO = Mood(calm=5, energy=5, head=5, body=5)


def after(mood: Mood | None, before: Mood = SO_SO) -> Session:
    return replace(ASHA_CALMED_DOWN, mood_before=before, mood_after=mood)


@pytest.mark.parametrize(
    ("mood", "sentence"),
    [
        (Mood(8, 5, 5, 5), "You came out calmer."),
        (Mood(8, 5, 7, 5), "You came out calmer and with a clearer head."),
        (
            Mood(7, 8, 9, 10),
            "You came out easier in your body, with a clearer head, with more energy and calmer.",
        ),
        (Mood(2, 5, 5, 5), "You came out less calm."),
        (Mood(8, 5, 5, 2), "You came out calmer, but less easy in your body."),
        (Mood(6, 4, 5, None), "Nothing much changed. That is a result too."),
        (Mood(5, 5, 5, 5), "Nothing much changed. That is a result too."),
        (None, "All 20 minutes of it."),
    ],
)
def test_the_result_is_one_plain_sentence(mood: Mood | None, sentence: str, library: Library) -> None:
    assert describe_result(after(mood), library) == sentence


def test_a_mood_that_was_told_only_once_says_nothing(library: Library) -> None:
    assert describe_result(after(Mood(calm=9), Mood(energy=1)), library) == "All 20 minutes of it."


def test_what_hurt_is_named_when_no_mood_was_told(library: Library) -> None:
    assert (
        describe_result(BEN_STOPPED_FOR_HIS_BACK, library) == "You stopped after 6 minutes: your back hurt."
    )
    changed = replace(BEN_STOPPED_FOR_HIS_BACK, outcome="finished")
    assert (
        describe_result(changed, library) == "Practiced to the end, with a change on the way: your back hurt."
    )


def test_stopping_at_once_is_told_in_seconds(library: Library) -> None:
    assert describe_result(replace(BEN_STOPPED_FOR_HIS_BACK, hurts=(), practiced_seconds=20), library) == (
        "You stopped after 20 seconds."
    )


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (45, "45 s"), (58, "1 min"), (60, "1 min"), (90, "1½ min"), (104, "1½ min"), (106, "2 min"),
     (299, "5 min"), (611, "10 min"), (3600, "60 min")],
)  # fmt: skip
def test_a_length_is_told_as_people_tell_it(seconds: float, text: str) -> None:
    assert minutes(seconds) == text


def test_a_moment_of_the_practice_is_minutes_and_seconds() -> None:
    assert [clock_time(seconds) for seconds in (0, 9.9, 60, 485)] == ["0:00", "0:09", "1:00", "8:05"]


def test_marks_are_put_around_letters_and_nothing_else_becomes_html() -> None:
    assert marked("Legs <Up>", [(0, 4), (6, 8)]) == "<mark>Legs</mark> &lt;<mark>Up</mark>&gt;"
    assert marked("Legs", []) == "Legs"


def test_text_is_cleaned_of_what_no_database_takes() -> None:
    assert clean(" a\r\nb\x00\x07\tc\ud800 ") == "a\nb\tc?"

from typing import Literal

import pytest

from karani.errors import PracticeError
from karani.library import Library
from karani.practice import Change, Practice, edit, list_swaps, plan
from tests.people import asha, ben
from tests.practice.laws import check_practice


def slugs(practice: Practice) -> list[str]:
    return [segment.slug for segment in practice.segments]


def main_index(practice: Practice) -> int:
    return [segment.role for segment in practice.segments].index("main")


def test_longer_takes_its_minute_from_the_others(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    index = main_index(practice)
    longer = edit(practice, Change("longer", index), library)
    assert longer.segments[index].hold_s == practice.segments[index].hold_s + 60
    assert longer.total_seconds == pytest.approx(practice.total_seconds, abs=0.01)
    check_practice(longer, library)


def test_shorter_gives_its_time_to_the_others(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    index = slugs(practice).index("sukhasana")
    shorter = edit(practice, Change("shorter", index), library)
    assert shorter.segments[index].hold_s == practice.segments[index].hold_s - 15
    check_practice(shorter, library)


def test_dropping_a_pose_keeps_the_minutes(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    dropped = edit(practice, Change("drop", 0), library)
    assert slugs(dropped) == slugs(practice)[1:]
    check_practice(dropped, library)


def test_the_main_pose_is_not_dropped(library: Library) -> None:
    practice = plan(asha(), library)
    with pytest.raises(PracticeError, match="Legs Up the Wall is what this practice is for"):
        edit(practice, Change("drop", main_index(practice)), library)


def test_a_swap_puts_an_allowed_form_in_place(library: Library) -> None:
    practice = plan(asha(minutes=30), library)
    index = main_index(practice)
    swapped = edit(practice, Change("swap", index, "viparita-karani-chair"), library)
    assert swapped.segments[index].slug == "viparita-karani-chair"
    assert swapped.segments[0].reason.endswith("Legs Up a Chair.")
    check_practice(swapped, library)


def test_what_is_closed_to_ben_is_not_among_his_swaps(library: Library) -> None:
    practice = plan(ben(), library)
    index = main_index(practice)
    assert "viparita-karani" not in [pose.slug for pose in list_swaps(practice, index, library)]
    with pytest.raises(
        PracticeError, match=r"^Legs Up the Wall cannot take the place of Legs Up a Chair here\."
    ):
        edit(practice, Change("swap", index, "viparita-karani"), library)


def test_everything_among_the_swaps_can_be_had(library: Library) -> None:
    practice = plan(asha(minutes=45), library)
    for index in range(len(practice.segments)):
        for pose in list_swaps(practice, index, library):
            check_practice(edit(practice, Change("swap", index, pose.slug), library), library)


def test_a_practice_of_one_pose_cannot_be_stretched(library: Library) -> None:
    practice = plan(asha(minutes=10), library)
    with pytest.raises(PracticeError, match="is the whole practice; choose other minutes"):
        edit(practice, Change("longer", 0), library)


@pytest.mark.parametrize(
    ("change", "limit"), [("longer", "is held no longer than"), ("shorter", "is held for no less than")]
)
def test_a_pose_keeps_its_least_and_most(
    library: Library, change: Literal["longer", "shorter"], limit: str
) -> None:
    practice = plan(asha(minutes=60), library)
    with pytest.raises(PracticeError, match=limit):
        edit_often(practice, Change(change, 0), library)


def edit_often(practice: Practice, change: Change, library: Library) -> None:
    for _ in range(20):
        practice = edit(practice, change, library)


@pytest.mark.parametrize("index", [-1, 99])
def test_a_pose_that_is_not_there_is_refused_in_a_sentence(library: Library, index: int) -> None:
    with pytest.raises(PracticeError, match=r"This practice has poses 0 to \d; -?\d+ was named\."):
        edit(plan(asha(), library), Change("drop", index), library)


def test_an_unknown_change_is_refused_in_a_sentence(library: Library) -> None:
    with pytest.raises(PracticeError, match="'louder' is not a change; there is longer, shorter, drop, swap"):
        edit(plan(asha(), library), Change("louder", 0), library)  # type: ignore[arg-type]  # a mistake on purpose

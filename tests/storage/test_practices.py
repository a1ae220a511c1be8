"""A plan is kept by its id until nobody needs it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from karani.library import Library, read_library
from karani.practice import Practice, Request, plan
from karani.storage import Storage
from tests.storage.sessions import ASHA_CALMED_DOWN, THURSDAY_EVENING

ASHAS_PLAN = str(ASHA_CALMED_DOWN.practice_id)
OTHER_PLAN = "0d6b3a52-0000-4000-8000-000000000002"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def practice(library: Library) -> Practice:
    return plan(Request(need="stress", minutes=20, props=frozenset(library.props)), library)


def test_a_practice_is_found_as_it_was_planned(storage: Storage, practice: Practice) -> None:
    storage.save_practice(ASHAS_PLAN, practice, THURSDAY_EVENING)
    assert storage.find_practice(ASHAS_PLAN) == practice
    assert storage.find_practice(OTHER_PLAN) is None


def test_an_edited_practice_takes_the_place_of_the_first(
    storage: Storage, practice: Practice, library: Library
) -> None:
    shorter = plan(replace(practice.request, minutes=10), library)
    storage.save_practice(ASHAS_PLAN, practice, THURSDAY_EVENING)
    storage.save_practice(ASHAS_PLAN, shorter, THURSDAY_EVENING)
    assert storage.find_practice(ASHAS_PLAN) == shorter


def test_the_last_practice_is_the_one_planned_last(
    storage: Storage, practice: Practice, library: Library
) -> None:
    assert storage.find_last_practice() is None
    later = plan(replace(practice.request, minutes=10), library)
    storage.save_practice(ASHAS_PLAN, later, THURSDAY_EVENING + timedelta(hours=1))
    storage.save_practice(OTHER_PLAN, practice, THURSDAY_EVENING)
    assert storage.find_last_practice() == later


def test_an_old_plan_is_forgotten_unless_it_was_followed(storage: Storage, practice: Practice) -> None:
    storage.save_practice(ASHAS_PLAN, practice, THURSDAY_EVENING)
    storage.save_practice(OTHER_PLAN, practice, THURSDAY_EVENING)
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.delete_practices_before(THURSDAY_EVENING) == 0
    assert storage.delete_practices_before(THURSDAY_EVENING + timedelta(days=31)) == 1
    assert storage.find_practice(ASHAS_PLAN) == practice
    assert storage.find_practice(OTHER_PLAN) is None


def test_a_plan_goes_with_its_last_session(storage: Storage, practice: Practice) -> None:
    twice = replace(ASHA_CALMED_DOWN, id="6e8a2f0c-1111-4222-8333-444455557777")
    storage.save_practice(ASHAS_PLAN, practice, THURSDAY_EVENING)
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(twice)
    storage.delete_session(twice.id)
    assert storage.find_practice(ASHAS_PLAN) == practice
    storage.delete_session(ASHA_CALMED_DOWN.id)
    assert storage.find_practice(ASHAS_PLAN) is None


def test_emptying_the_journal_takes_the_plans_along(storage: Storage, practice: Practice) -> None:
    storage.save_practice(ASHAS_PLAN, practice, THURSDAY_EVENING)
    storage.delete_all_sessions()
    assert storage.find_practice(ASHAS_PLAN) is None

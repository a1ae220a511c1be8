"""Laws over random people and requests. Thousands of them: pytest tests/practice --hypothesis-profile=thorough."""

import copy
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from karani.errors import KaraniError, PracticeError, RequestError
from karani.library import Library, read_library
from karani.practice import (
    Change,
    Practice,
    Request,
    edit,
    list_swaps,
    plan,
    practice_from_dict,
    practice_to_dict,
    script_to_dict,
    write_script,
)
from karani.practice.wording import number_word
from tests.people import EVERY_PROP
from tests.practice.laws import check_practice, check_script
from tests.practice.strategies import edits, junk, requests

LIBRARY = read_library()


@given(requests(LIBRARY))
def test_the_minutes_that_a_refusal_names_can_be_had(request: Request) -> None:
    try:
        plan(request, LIBRARY)
    except RequestError as error:
        named = re.search(r"Ask for ([a-z-]+) minutes?", str(error))
        event("names minutes" if named else "names none")
        if named:
            minutes = next(number for number in range(5, 61) if number_word(number) == named.group(1))
            check_practice(plan(replace(request, minutes=minutes), LIBRARY), LIBRARY)


def plan_or_sentence(request: Request, library: Library) -> Practice | None:
    try:
        return plan(request, library)
    except RequestError as error:
        assert_is_a_sentence(error)
        return None


def assert_is_a_sentence(error: KaraniError) -> None:
    assert str(error)[:1].isupper() or str(error)[:1] in "'\""
    assert str(error).endswith((".", "?"))
    assert "\n" not in str(error)


@given(requests(LIBRARY))
def test_every_request_gives_a_correct_whole_or_a_sentence(request: Request) -> None:
    practice = plan_or_sentence(request, LIBRARY)
    event("planned" if practice else "refused")
    if practice is None:
        return
    check_practice(practice, LIBRARY)
    script = write_script(practice, LIBRARY)
    check_script(script, practice, LIBRARY)
    json.dumps(script_to_dict(script), allow_nan=False)


@given(requests(LIBRARY), edits())
def test_edits_in_any_order_keep_a_correct_whole(
    request: Request, changes: list[tuple[str, int, int]]
) -> None:
    practice = plan_or_sentence(request, LIBRARY)
    if practice is None:
        return
    for what, index, choice in changes:
        practice = try_edit(practice, what, index, choice)
        check_practice(practice, LIBRARY)
    check_script(write_script(practice, LIBRARY), practice, LIBRARY)


def try_edit(practice: Practice, what: str, index: int, choice: int) -> Practice:
    """The edited practice; where it is refused, the practice as it was."""
    segment = index % len(practice.segments)
    swaps = list_swaps(practice, segment, LIBRARY) if what == "swap" else ()
    to = swaps[choice % len(swaps)].slug if swaps else None
    try:
        edited = edit(practice, Change(what, segment, to), LIBRARY)  # type: ignore[arg-type]  # drawn from its words
    except PracticeError as error:
        assert not swaps, "what list_swaps offers can be had"
        assert_is_a_sentence(error)
        return practice
    event(what)
    return edited


@given(requests(LIBRARY), st.randoms(use_true_random=False), junk())
def test_a_damaged_practice_is_refused_in_a_sentence_or_led_as_it_stands(
    request: Request, chance: Any, damage: object
) -> None:
    practice = plan_or_sentence(request, LIBRARY)
    if practice is None:
        return
    try:
        read = practice_from_dict(damaged(practice_to_dict(practice), chance, damage))
        write_script(read, LIBRARY)
        event("led as it stands")
    except KaraniError as error:
        assert_is_a_sentence(error)
        event("refused")


def damaged(data: dict[str, Any], chance: Any, damage: object) -> object:
    """One value somewhere in it taken out, or put out of shape."""
    data = copy.deepcopy(data)
    inside: Any = data
    while True:
        key = chance.choice(list(inside) if isinstance(inside, dict) else range(len(inside)))
        if isinstance(inside[key], dict | list) and inside[key] and chance.random() < 0.8:
            inside = inside[key]
            continue
        if chance.random() < 0.3:
            del inside[key]
        else:
            inside[key] = damage
        return data


@pytest.mark.parametrize("minutes", range(5, 61))
@pytest.mark.parametrize("need", [slug for slug, need in LIBRARY.needs.items() if need.rest])
def test_who_has_every_prop_gets_a_practice_for_every_need_and_length(need: str, minutes: int) -> None:
    practice = plan(Request(need, minutes, props=EVERY_PROP), LIBRARY)
    check_practice(practice, LIBRARY)
    check_script(write_script(practice, LIBRARY), practice, LIBRARY)


@pytest.mark.parametrize("condition", sorted(LIBRARY.conditions))
@pytest.mark.parametrize("minutes", [5, 10, 20, 30])
def test_every_single_condition_leaves_a_practice_for_stress(condition: str, minutes: int) -> None:
    practice = plan(Request("stress", minutes, props=EVERY_PROP, conditions=frozenset((condition,))), LIBRARY)
    check_practice(practice, LIBRARY)

"""A practice as the circulation takes it."""

import pytest

from karani.circulation import PoseName
from karani.library import Library
from karani.practice import Practice, Request, plan, write_script
from karani.practice.circulation_timeline import timeline_of_practice


@pytest.fixture(scope="module")
def practice(library: Library) -> Practice:
    return plan(Request(need="stress", minutes=20, props=frozenset(("wall", "blanket"))), library)


def test_it_lasts_as_long_as_the_practice(practice: Practice, library: Library) -> None:
    steps = timeline_of_practice(practice, library)
    assert steps.seconds == pytest.approx(write_script(practice, library).total_s, abs=2.0)


def test_every_pose_is_in_it_for_its_hold(practice: Practice, library: Library) -> None:
    steps = timeline_of_practice(practice, library).steps
    for segment in practice.segments:
        held = sum(step.seconds for step in steps if step.where == PoseName(segment.slug))
        assert held >= segment.hold_s * segment.sides - 2.0


def test_the_counted_breaths_of_the_script_are_in_it(practice: Practice, library: Library) -> None:
    counted = [step for step in timeline_of_practice(practice, library).steps if step.breath is not None]
    assert 2 * len(counted) == len(write_script(practice, library).breaths) > 0

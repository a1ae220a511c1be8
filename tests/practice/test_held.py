"""How hard a pose is held, from the muscle model to the circulation."""

from dataclasses import replace
from pathlib import Path

import pytest

from karani.body import Body, Person, make_body, read_model, solve_posture
from karani.circulation import PoseName, Step, Tilt, Timeline
from karani.library import Library
from karani.muscles import Muscles, make_muscles, solve_muscles
from karani.practice.at_rest import held_at_rest
from karani.practice.held import forces_times_lengths, with_work, work_of_muscles, works_of_body

RESTING, HELD = "viparita-karani", "setu-bandha-sarvangasana"
BODY_KG = 62.0


@pytest.fixture(scope="module")
def body(request: pytest.FixtureRequest) -> Body:
    config = request.config.cache
    assert config is not None
    model = read_model(Path(config.mkdir("karani-body")))
    return make_body(Person(height_cm=168, mass_kg=BODY_KG, sex="female"), model)


@pytest.fixture(scope="module")
def muscles(body: Body, library: Library) -> Muscles:
    return solve_muscles(solve_posture(library.pose(HELD), body), make_muscles(body))


def test_a_pose_in_which_nothing_works_is_at_rest(body: Body, library: Library) -> None:
    assert held_at_rest(library.pose(RESTING))
    assert works_of_body(body, library.poses)(RESTING).effort == 0.0


def test_a_bridge_held_by_the_hips_costs_what_held_poses_were_measured_to_cost(muscles: Muscles) -> None:
    """Larson-Meyer 2016: held poses take 1.4 to 4.0 METs in all."""
    work = work_of_muscles(muscles, BODY_KG)
    assert work.mets is not None
    assert 1.4 <= 1.0 + work.mets <= 4.0
    assert work.effort is not None
    assert work.effort > 0.0


def test_more_activation_is_more_work(muscles: Muscles) -> None:
    more = replace(muscles, muscles=tuple(
        one if one.activation is None else replace(one, activation=1.3 * one.activation) for one in muscles.muscles
    ))  # fmt: skip
    least, most = (work_of_muscles(found, BODY_KG).mets or 0.0 for found in (muscles, more))
    assert most > least
    assert forces_times_lengths(more)[1] == forces_times_lengths(muscles)[1]


def test_what_the_muscles_cannot_hold_has_no_effort_and_says_why(muscles: Muscles) -> None:
    work = work_of_muscles(replace(muscles, solved=False, outcome="The body would fall."), BODY_KG)
    assert (work.mets, work.effort, work.why) == (None, None, "The body would fall.")


def test_more_work_than_was_ever_measured_is_not_believed(muscles: Muscles) -> None:
    work = work_of_muscles(
        replace(muscles, muscles=tuple(replace(one, activation=0.9) for one in muscles.muscles)), BODY_KG
    )
    assert work.effort is None
    assert "more than was ever measured" in work.why


def test_a_timeline_takes_the_effort_of_its_poses_and_leaves_the_rest(body: Body, library: Library) -> None:
    work_of = works_of_body(body, library.poses)
    steps = Timeline((Step(Tilt(0.0), 60.0), Step(PoseName(RESTING), 60.0), Step(PoseName(HELD), 60.0)))
    efforts = [step.effort for step in with_work(steps, work_of).steps]
    assert efforts[:2] == [0.0, 0.0]
    assert efforts[2] == work_of(HELD).effort

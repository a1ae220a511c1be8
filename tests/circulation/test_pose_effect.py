"""What a pose does to the blood: changes of each person, banded afterwards."""

import numpy as np
import pytest

from karani.circulation import Breath, Step, Tilt, Timeline, simulate
from karani.circulation.pose_effect import EVERY_S, PoseEffect, changes, drawn, effect_to_dict, pose_effect
from karani.circulation.pose_timeline import PoseTimeline
from karani.circulation.practice_effect import counted_swings, practice_effect
from karani.circulation.timeline import Where
from tests.circulation.people import ASHA, LEGS_UP


def around(where: Where, breath: Breath | None = None) -> PoseTimeline:
    return PoseTimeline(
        timeline=Timeline((
            Step("standing", 90.0), Step("lying", 60.0), Step(where, 120.0, breath), Step("lying", 30.0),
        )),
        standing_s=(0.0, 90.0),
        lying_s=(90.0, 150.0),
        pose_s=(150.0, 270.0),
        after_s=(270.0, 300.0),
    )  # fmt: skip


@pytest.fixture(scope="module")
def legs_up() -> PoseEffect:
    return pose_effect(around(LEGS_UP), ASHA, people=6)


def test_legs_up_empties_the_legs_more_from_standing_than_from_lying(legs_up: PoseEffect) -> None:
    assert legs_up.numbers["legs_from_standing_ml"][2] < legs_up.numbers["legs_from_lying_ml"][0] < -100.0


def test_the_calf_carries_far_less_than_standing_in_everyone(legs_up: PoseEffect) -> None:
    assert legs_up.numbers["calf_mmhg"][2] < 5.0
    assert legs_up.numbers["calf_standing_mmhg"][0] > 60.0


def test_lying_flat_again_changes_nothing_against_lying_flat() -> None:
    flat = pose_effect(around("lying"), ASHA, people=3).numbers
    assert abs(flat["legs_from_lying_ml"][1]) < 30.0
    assert abs(flat["pulse_from_lying_bpm"][1]) < 2.0


def test_changes_are_banded_person_by_person(legs_up: PoseEffect) -> None:
    """The pulse of people differs by twenty; what a pose does to it differs by less."""
    low, _, high = legs_up.numbers["pulse_from_lying_bpm"]
    pulse = legs_up.over_time["pulse"]
    assert high - low < 0.7 * float(pulse.high[-10] - pulse.low[-10])


def test_what_is_drawn_is_a_running_mean_every_few_seconds() -> None:
    assert drawn(np.full(61, 7.0)).tolist() == pytest.approx([7.0] * len(range(0, 61, EVERY_S)))
    assert drawn(np.arange(60.0))[-1] == pytest.approx(55.0 - 5.5)


def test_the_swing_is_measured_only_where_breaths_are_counted() -> None:
    slow = around(Tilt(0.0), Breath(4.0, 8.0, 1.0))
    assert changes(simulate(slow.timeline, ASHA), slow)["swing_bpm"][0] > 5.0
    free = around(Tilt(0.0))
    assert "swing_bpm" not in changes(simulate(free.timeline, ASHA), free)


def test_as_json_every_list_is_as_long_as_the_times(legs_up: PoseEffect) -> None:
    told = effect_to_dict(legs_up, around(LEGS_UP))
    assert {len(edge) for band in told["over_time"].values() for edge in band.values()} == {
        len(told["time_s"])
    }


def test_a_practice_brings_the_pulse_down_and_its_breath_swings_it() -> None:
    practice = Timeline(
        (Step("lying", 90.0), Step("lying", 12.0, Breath(4.0, 8.0, 1.0)), Step("lying", 60.0))
    )
    numbers = practice_effect(practice, ASHA, people=4)
    assert numbers["pulse_bpm"][1] < -5.0
    assert numbers["swing_bpm"][1] > 3.0


def test_each_counted_breath_is_measured_by_itself() -> None:
    steps = Timeline((Step("lying", 10.0), Step("lying", 10.0, Breath(4.0, 6.0, 1.0)), Step("lying", 10.0)))
    pulse = np.array([60.0] * 10 + [60.0] * 5 + [70.0] * 5 + [90.0] * 10)
    assert counted_swings(pulse, steps) == [10.0]

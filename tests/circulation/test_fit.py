"""The fit moves numbers toward what was measured, and is held back by what was published."""

from dataclasses import replace

import numpy as np
import pytest

from karani.circulation.fit import damped_step, fit, free_numbers, residuals, sds_moved, values_at
from tests.circulation.test_authorities import FITTED

FREE = {"reflex.vagal_gain_s_per_mmhg": free_numbers()["reflex.vagal_gain_s_per_mmhg"]}
LYING = next(row for row in FITTED if row.what == "lying: pulse")


def test_a_step_without_damping_solves_a_straight_problem() -> None:
    slope, here = np.array([[2.0, 0.0], [0.0, 4.0], [1.0, 1.0]]), np.array([2.0, 4.0, 2.0])
    assert damped_step(slope, here, 0.0) == pytest.approx([-1.0, -1.0])


def test_standard_deviations_and_values_are_two_ways_to_say_one_thing() -> None:
    value = values_at(np.array([0.7]), FREE)["reflex.vagal_gain_s_per_mmhg"]
    assert sds_moved(FREE["reflex.vagal_gain_s_per_mmhg"], value) == pytest.approx(0.7)


def test_the_last_residuals_say_how_far_each_number_has_moved() -> None:
    assert residuals(np.array([0.3]), [LYING], FREE)[-1] == 0.3


def test_a_fit_brings_the_resting_pulse_nearer() -> None:
    quick = replace(LYING, published=75.0)
    free = {"heart.rr_interval_s": free_numbers()["heart.rr_interval_s"]}
    found = fit([quick], free, rounds=1)
    assert found["heart.rr_interval_s"] < 0.92

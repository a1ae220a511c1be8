"""What muscles add that hold a posture."""

import numpy as np
import pytest

from karani.circulation import Hemodynamics, Step, Tilt, Timeline, simulate
from karani.circulation.persons import Person
from tests.circulation.people import ASHA, late

HALF = 0.5


def holding(effort: float, person: Person = ASHA) -> Hemodynamics:
    return simulate(Timeline((Step(Tilt(0.0), 60.0), Step(Tilt(0.0), 240.0, effort=effort))), person)


def test_harder_work_raises_pulse_and_pressure() -> None:
    found = [holding(effort) for effort in (0.0, 0.25, 0.5, 1.0)]
    for name in ("heart_rate_bpm", "mean_arterial_pressure_mmhg"):
        values = [late(one, name) for one in found]
        assert values == sorted(values)
        assert values[-1] > values[0] + 10.0


def test_half_of_ones_strength_does_what_a_handgrip_does() -> None:
    """Twenty women, grip of 50 % to fatigue: pulse 72 +- 10 to 83 +- 12, mean pressure 82 to 104, output 4.3 to 5.2 l/min."""
    rest, work = holding(0.0), holding(HALF)
    assert rise(rest, work, "heart_rate_bpm") == pytest.approx(11.0, abs=6.0)
    assert rise(rest, work, "mean_arterial_pressure_mmhg") == pytest.approx(22.0, abs=8.0)


def test_the_pulse_answers_sooner_than_the_pressure() -> None:
    rest, work = holding(0.0), holding(HALF)
    soon, later = slice(65, 75), slice(-30, None)

    def share(name: str) -> float:
        change = getattr(work, name) - getattr(rest, name)
        return float(change[soon].mean() / change[later].mean())

    assert share("heart_rate_bpm") > share("mean_arterial_pressure_mmhg") + 0.2


def test_no_work_changes_nothing() -> None:
    lying = simulate(Timeline((Step(Tilt(0.0), 300.0),)), ASHA)
    assert np.allclose(holding(0.0).heart_rate_bpm, lying.heart_rate_bpm, rtol=1e-12)


def rise(rest: Hemodynamics, work: Hemodynamics, name: str) -> float:
    return late(work, name) - late(rest, name)

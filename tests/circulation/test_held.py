"""From muscle at work to the pulse."""

import pytest

from karani.circulation import Person, Step, Tilt, Timeline, simulate
from karani.circulation.held import effort_of_mets, mets_above_rest, muscle_kg
from karani.circulation.physiology import read_physiology
from karani.circulation.timeline import Where
from tests.circulation.people import ASHA, DEV, late

HELD = read_physiology().held
BODY_KG, ALL_KG = 70.0, 22.0


def test_what_quiet_standing_takes_counts_as_rest() -> None:
    assert mets_above_rest(HELD.quiet_share * ALL_KG, ALL_KG, BODY_KG, HELD) == 0.0
    assert mets_above_rest(0.0, ALL_KG, BODY_KG, HELD) == 0.0


def test_a_kilogram_of_muscle_takes_the_oxygen_that_was_measured() -> None:
    """One kilogram more, at 296 ml a minute, for 70 kg: 4.2 ml for each kilogram of body, 1.2 METs."""
    at_work_kg = HELD.quiet_share * ALL_KG + 1.0
    assert mets_above_rest(at_work_kg, ALL_KG, BODY_KG, HELD) == pytest.approx(296.0 / (3.5 * 70.0))


def test_force_times_length_is_mass() -> None:
    """A muscle of 10 cm2 and 10 cm is 100 ml, 106 g."""
    assert muscle_kg(10e-4 * HELD.muscle_n_per_m2 * 0.10, HELD) == pytest.approx(0.106)


@pytest.mark.parametrize("where", [Tilt(0.0), "sitting", "standing"])
@pytest.mark.parametrize("person", [ASHA, DEV])
@pytest.mark.parametrize("mets", [0.5, 1.5])
def test_the_pulse_rises_by_what_was_measured_for_each_met(where: Where, person: Person, mets: float) -> None:
    """Walking adds 17 to 18 beats for each MET, whatever the posture; the model's reflexes take or add a quarter."""
    rest, work = (
        late(
            simulate(Timeline((Step(where, 60.0), Step(where, 120.0, effort=effort))), person),
            "heart_rate_bpm",
        )
        for effort in (0.0, effort_of_mets(mets, HELD))
    )
    assert work - rest == pytest.approx(HELD.pulse_per_met_bpm * mets, rel=0.25)

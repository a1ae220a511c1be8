"""Laws of physics and of physiology that hold whatever the numbers are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karani.circulation import Breath, Heights, Person, PoseName, Step, Tilt, Timeline, simulate
from karani.circulation.hemodynamics import series_of
from karani.circulation.persons import blood_volume_ml
from karani.circulation.physiology import read_physiology
from karani.circulation.simulate import schedule_of, simulate_subject
from karani.circulation.subject import run, settled, sized, subject_of
from karani.circulation.timeline import NAMED, Where
from tests.circulation.people import ASHA, DEV, LEGS_UP, late, timeline

ROUND_OFF_ML = 1e-9
LYING = timeline((Tilt(0.0), 120.0))


def test_blood_is_neither_made_nor_lost() -> None:
    found = simulate(
        timeline(("standing", 300.0), (Tilt(0.0), 120.0), (LEGS_UP, 600.0), ("sitting", 180.0)), ASHA
    )
    assert np.ptp(found.total_blood_volume_ml) < ROUND_OFF_ML


def test_a_lying_body_turned_end_for_end_is_the_same() -> None:
    lying = Heights(20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0)
    steps = Timeline((Step(PoseName("savasana"), 60.0),))
    turned = simulate(steps, ASHA, lambda _slug, _person: lying)
    straight = simulate(timeline((Tilt(0.0), 60.0)), ASHA)
    assert np.allclose(turned.heart_rate_bpm, straight.heart_rate_bpm, rtol=1e-12)


def test_only_differences_of_height_matter() -> None:
    low = Heights(90.0, 80.0, 75.0, 10.0, 60.0, 30.0, 15.0, 0.0)
    high = Heights(390.0, 380.0, 375.0, 310.0, 360.0, 330.0, 315.0, 300.0)
    steps = Timeline((Step(PoseName("savasana"), 60.0),))
    first = simulate(steps, ASHA, lambda _slug, _person: low)
    second = simulate(steps, ASHA, lambda _slug, _person: high)
    assert np.allclose(first.heart_rate_bpm, second.heart_rate_bpm, rtol=1e-9)


def test_without_gravity_no_tilt_moves_any_blood() -> None:
    subject = subject_of(ASHA)
    still = subject.reflex._replace(upright_shift_mmhg=0.0, head_down_shift_mmhg=0.0)
    floating = replace(
        subject,
        vessels=subject.vessels._replace(gravity_mmhg_per_cm=0.0),
        breathing=subject.breathing._replace(pleural_upright_mmhg=0.0, lung_closure_ml=0.0),
        reflex=still,
    )
    lying, upright = (
        simulate_subject(timeline((Tilt(tilt_deg), 120.0)), ASHA, floating) for tilt_deg in (0.0, 80.0)
    )
    assert np.allclose(lying.leg_volume_ml, upright.leg_volume_ml, rtol=1e-12)
    assert np.allclose(lying.heart_rate_bpm, upright.heart_rate_bpm, rtol=1e-12)


def test_more_blood_fills_the_heart_under_more_pressure() -> None:
    physiology = read_physiology()
    own = blood_volume_ml(DEV, physiology.persons)
    less, more = (settled(sized(DEV, physiology), own * share) for share in (0.95, 1.05))
    low, high = (
        late(simulate_subject(LYING, DEV, one), "central_venous_pressure_mmhg") for one in (less, more)
    )
    assert high > low + 0.5


@pytest.mark.parametrize("person", [ASHA, DEV, Person()])
def test_raised_legs_send_blood_to_the_chest(person: Person) -> None:
    flat = simulate(timeline((Tilt(0.0), 180.0)), person)
    raised = simulate(timeline((Tilt(0.0), 60.0), (LEGS_UP, 120.0)), person)
    assert late(raised, "leg_volume_ml") < late(flat, "leg_volume_ml") - 100.0
    assert late(raised, "chest_volume_ml") > late(flat, "chest_volume_ml") + 20.0


def test_legs_up_moves_more_blood_when_coming_from_standing() -> None:
    from_lying = simulate(timeline((Tilt(0.0), 300.0), (LEGS_UP, 60.0)), ASHA)
    from_standing = simulate(timeline(("standing", 300.0), (LEGS_UP, 60.0)), ASHA)
    assert moved_ml(from_standing.leg_volume_ml) < moved_ml(from_lying.leg_volume_ml) - 200.0
    assert moved_ml(from_standing.chest_volume_ml) > moved_ml(from_lying.chest_volume_ml) + 50.0


def moved_ml(volume: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    return float(volume[-30:].mean() - volume[270:300].mean())


def test_higher_legs_give_more_blood() -> None:
    left = [
        late(simulate(timeline((Tilt(0.0, legs_deg=legs_deg), 120.0)), ASHA), "leg_volume_ml")
        for legs_deg in (0.0, 15.0, 45.0, 90.0)
    ]
    assert left == sorted(left, reverse=True)


def test_the_pulse_rises_with_the_angle_of_tilt() -> None:
    pulses = [
        late(simulate(timeline((Tilt(tilt_deg), 180.0)), DEV), "heart_rate_bpm")
        for tilt_deg in (0.0, 30.0, 60.0, 90.0)
    ]
    assert pulses == sorted(pulses)


def test_standing_up_by_oneself_shakes_the_pressure_more_than_a_table_does() -> None:
    up = simulate(timeline((Tilt(0.0), 60.0), ("standing", 40.0)), ASHA)
    tilted = simulate(timeline((Tilt(0.0), 60.0), (Tilt(90.0), 40.0)), ASHA)
    assert up.mean_arterial_pressure_mmhg.min() < tilted.mean_arterial_pressure_mmhg.min() - 5.0
    assert up.heart_rate_bpm.max() > tilted.heart_rate_bpm.max() + 5.0


def test_pressures_stand_in_order_along_the_circulation() -> None:
    found = simulate(LYING, ASHA)
    order = [
        late(found, name)
        for name in (
            "systolic_mmhg", "mean_arterial_pressure_mmhg", "lung_artery_pressure_mmhg", "lung_vein_pressure_mmhg",
            "central_venous_pressure_mmhg",
        )
    ]  # fmt: skip
    assert order == sorted(order, reverse=True)


def test_a_slower_breath_swings_the_pulse_more() -> None:
    slow = simulate(Timeline((Step(Tilt(0.0), 180.0, Breath(4.0, 8.0, 1.0)),)), ASHA)
    fast = simulate(Timeline((Step(Tilt(0.0), 180.0, Breath(1.6, 2.4, 1.0)),)), ASHA)
    assert np.ptp(slow.heart_rate_bpm[-60:]) > 1.5 * np.ptp(fast.heart_rate_bpm[-60:])


def test_age_takes_from_the_breaths_swing_of_the_pulse() -> None:
    young, old = (
        simulate(LYING, Person(age_years=age_years)).beats.rr_s[-40:].std() for age_years in (25.0, 75.0)
    )
    assert old < 0.8 * young


@pytest.mark.parametrize("person", [ASHA, Person(age_years=75.0)])
def test_steps_of_half_the_length_change_nothing_that_is_shown(person: Person) -> None:
    subject = subject_of(person)
    finer = replace(subject, steps_per_sample=2 * subject.steps_per_sample)
    steps = timeline((Tilt(0.0), 30.0), ("standing", 90.0), (LEGS_UP, 60.0))
    usual, fine = (simulate_subject(steps, person, one) for one in (subject, finer))
    for name, tolerance in (
        ("heart_rate_bpm", 0.5), ("mean_arterial_pressure_mmhg", 0.3), ("stroke_volume_ml", 0.8), ("leg_volume_ml", 1.0),
    ):  # fmt: skip
        assert late(usual, name) == pytest.approx(late(fine, name), abs=tolerance)


def test_the_same_timeline_gives_the_same_numbers_again() -> None:
    subject = subject_of(ASHA)
    schedule = schedule_of(LYING, ASHA, subject.lengths, None)
    first, second = (run(subject, schedule, 60) for _ in range(2))
    assert all(np.array_equal(one, other) for one, other in zip(first, second, strict=True))


PLACES: st.SearchStrategy[Where] = st.one_of(
    st.sampled_from(NAMED),
    st.builds(Tilt, st.floats(-90.0, 90.0), st.one_of(st.none(), st.floats(-90.0, 90.0))),
)
BREATHS = st.one_of(
    st.none(),
    st.builds(Breath, st.floats(0.5, 20.0), st.floats(0.5, 20.0), st.floats(0.1, 4.0), st.floats(0.0, 10.0)),
)
TIMELINES = st.lists(st.builds(Step, PLACES, st.floats(1.0, 240.0), BREATHS), min_size=1, max_size=4).map(
    lambda steps: Timeline(tuple(steps))
)
PERSONS = st.builds(
    Person,
    height_cm=st.floats(140.0, 205.0),
    mass_kg=st.floats(42.0, 140.0),
    sex=st.sampled_from(["female", "male"]),
    age_years=st.floats(16.0, 95.0),
)


@settings(max_examples=15)
@given(TIMELINES, PERSONS)
def test_no_timeline_of_no_person_leaves_what_bodies_do(steps: Timeline, person: Person) -> None:
    found = simulate(steps, person)
    for name, series in series_of(found).items():
        assert np.isfinite(series).all(), name
    assert np.ptp(found.total_blood_volume_ml) < ROUND_OFF_ML
    assert min(found.leg_volume_ml.min(), found.chest_volume_ml.min(), found.belly_volume_ml.min()) > 0.0
    assert found.heart_rate_bpm.min() >= 30.0
    assert found.heart_rate_bpm.max() <= 220.0

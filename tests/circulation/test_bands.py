import numpy as np

from karani.circulation import Hemodynamics, Person, Tilt, simulate
from karani.circulation.bands import bands
from karani.circulation.kernel.groups import Array
from tests.circulation.people import ASHA, LEGS_UP, timeline

STEPS = timeline((Tilt(0.0), 30.0), (LEGS_UP, 30.0))


def test_the_same_seed_gives_the_same_band_in_one_lane_or_two() -> None:
    one, two = (bands(STEPS, ASHA, people=4, lanes=lanes) for lanes in (1, 2))
    assert np.array_equal(one["heart_rate_bpm"].low, two["heart_rate_bpm"].low)
    assert np.array_equal(one["leg_volume_ml"].high, two["leg_volume_ml"].high)


def test_another_seed_gives_other_people() -> None:
    one, two = (bands(STEPS, ASHA, people=3, seed=seed) for seed in (1, 2))
    assert not np.array_equal(one["heart_rate_bpm"].middle, two["heart_rate_bpm"].middle)


def test_the_average_person_lies_inside_the_band_and_people_differ() -> None:
    found, around = simulate(STEPS, ASHA), bands(STEPS, ASHA, people=24)
    pulse = around["heart_rate_bpm"]
    assert pulse.low[-1] < found.heart_rate_bpm[-10:].mean() < pulse.high[-1]
    assert pulse.high[-1] - pulse.low[-1] > 10.0


def test_progress_counts_every_person() -> None:
    told: list[tuple[int, int]] = []
    bands(STEPS, ASHA, people=3, progress=lambda done, people: told.append((done, people)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_people_differ_about_as_much_as_people_do() -> None:
    """Eight men, 55 degrees head-up: 95 % limits of the change 24 % (pulse) and 22 % (stroke volume), so sd 12 and 11."""
    found: list[tuple[float, float]] = []

    def note(one: Hemodynamics) -> dict[str, Array]:
        found.append((percent(one.heart_rate_bpm), percent(one.stroke_volume_ml)))
        return {"done": np.ones(1)}

    bands(timeline((Tilt(0.0), 80.0), (Tilt(55.0), 110.0)), Person(), people=20, lists_of=note)
    pulse, stroke = np.std(found, axis=0)
    assert 6.0 < pulse < 24.0
    assert 5.5 < stroke < 22.0


def percent(series: Array) -> float:
    return float(100.0 * (series[160:].mean() / series[40:80].mean() - 1.0))

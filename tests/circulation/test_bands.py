import numpy as np

from karani.circulation import Tilt, simulate
from karani.circulation.bands import bands
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

"""Bands: how far people of one body differ, from a seeded sample of them.

Sampled around the average: blood volume, resting pulse, reflex gains, the breath's swing of the pulse, compliance of the leg veins, what
held work does to the pulse; spreads with sources in content/physiology/persons.toml.

The sample is a Latin hypercube: each of these numbers is cut into as many equal shares as there are people, and each share is taken once.
Fifty people so chosen give a band about as well as eighty chosen at random (docs/models/circulation.md).
"""

import math
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from karani.circulation.hemodynamics import Hemodynamics, series_of
from karani.circulation.kernel.groups import Array
from karani.circulation.persons import Person, blood_volume_ml
from karani.circulation.physiology import Physiology, read_physiology
from karani.circulation.simulate import HeightsOf, simulate_subject
from karani.circulation.subject import Subject, settled, sized
from karani.circulation.timeline import Timeline

PEOPLE = 200
SEED = 20_260
LOW_PERCENT, HIGH_PERCENT = 5.0, 95.0
GAINS = (
    "vagal_gain_s_per_mmhg", "beta_gain_s_per_mmhg", "alpha_resistance_gain_s_per_ml", "chest_resistance_gain_s_per_ml",
    "splanchnic_venous_gain_ml_per_mmhg", "splanchnic_chest_venous_gain_ml_per_mmhg",
)  # fmt: skip

CHANCES = 5 + len(GAINS)
SHORTEST_REST_RR_S, LONGEST_REST_RR_S = 0.65, 1.3  # 92 and 46 beats a minute

KEPT_SUBJECTS = 256
"""Who has come to rest once need not do it again for the next pose."""

Chance = tuple[float, ...]
Progress = Callable[[int, int], None]
"""How many people are done, of how many."""


@dataclass(frozen=True, slots=True)
class Band:
    """5th, 50th and 95th percentile, one value a second."""

    low: Array
    middle: Array
    high: Array


def bands(
    timeline: Timeline,
    person: Person,
    *,
    heights_of: HeightsOf | None = None,
    people: int = PEOPLE,
    seed: int = SEED,
    lanes: int | None = None,
    progress: Progress | None = None,
    lists_of: Callable[[Hemodynamics], Mapping[str, Array]] = series_of,
) -> Mapping[str, Band]:
    """A band for every list of `Hemodynamics`, or for what `lists_of` makes of each person's.

    The same seed gives the same band, however many lanes work.
    """
    chances = latin_chances(people, seed)
    found: list[Mapping[str, Array] | None] = [None] * people
    with ThreadPoolExecutor(lanes or os.cpu_count() or 1) as pool:
        runs = {
            pool.submit(simulate_one, timeline, person, chance, heights_of): place
            for place, chance in enumerate(chances)
        }
        for done, run in enumerate(as_completed(runs), 1):
            found[runs[run]] = lists_of(run.result())
            if progress is not None:
                progress(done, people)
    return {name: band_of([one[name] for one in found if one is not None]) for name in found[0] or {}}


def latin_chances(people: int, seed: int) -> list[Chance]:
    """Standard normal numbers, CHANCES for each person."""
    chances, normal = np.random.default_rng(seed), NormalDist()
    places = np.stack([chances.permutation(people) for _ in range(CHANCES)], axis=1)
    return [tuple(normal.inv_cdf((place + 0.5) / people) for place in row) for row in places.tolist()]


def simulate_one(
    timeline: Timeline, person: Person, chance: Chance, heights_of: HeightsOf | None
) -> Hemodynamics:
    return simulate_subject(timeline, person, sampled(person, chance), heights_of)


@lru_cache(maxsize=KEPT_SUBJECTS)
def sampled(person: Person, chance: Chance) -> Subject:
    """One person out of many of this body, settled; `chance` are standard normal numbers."""
    own = read_physiology()
    spread = own.persons
    blood_ml = blood_volume_ml(person, spread) * math.exp(spread.spread_blood_log * chance[0])
    subject = sized(person, varied(own, chance))
    heart = subject.heart
    rested = heart.rr_interval_s + spread.spread_rr_interval_s * chance[1]
    rested = min(max(rested, SHORTEST_REST_RR_S), LONGEST_REST_RR_S)
    return settled(replace(subject, heart=heart._replace(rr_interval_s=rested)), blood_ml)


def varied(own: Physiology, chance: Chance) -> Physiology:
    spread, reflex = own.persons, own.reflex
    gains = {
        name: getattr(reflex, name) * math.exp(spread.spread_gain_log * one)
        for name, one in zip(GAINS, chance[5:], strict=True)
    }
    arrhythmia = own.breathing.arrhythmia_gain_s_per_l * math.exp(spread.spread_arrhythmia_log * chance[2])
    legs = own.vessels.leg_compliance_factor * math.exp(spread.spread_leg_compliance_log * chance[3])
    work = math.exp(spread.spread_work_log * chance[4])
    return replace(
        own,
        effort=own.effort._replace(
            pulse_per_s=own.effort.pulse_per_s * work, set_point_mmhg=own.effort.set_point_mmhg * work
        ),
        reflex=reflex._replace(**gains),
        breathing=own.breathing._replace(arrhythmia_gain_s_per_l=arrhythmia),
        vessels=own.vessels._replace(leg_compliance_factor=legs),
    )


def band_of(series: list[Array]) -> Band:
    low, middle, high = np.percentile(np.array(series), [LOW_PERCENT, 50.0, HIGH_PERCENT], axis=0)
    return Band(low, middle, high)

"""What a whole practice does to the pulse of sampled people: how far it comes down, and how it swings with the counted breath."""

from functools import partial

import numpy as np

from karani.circulation.bands import bands
from karani.circulation.hemodynamics import Hemodynamics
from karani.circulation.kernel.groups import Array
from karani.circulation.persons import Person
from karani.circulation.pose_effect import mean, part, values_of
from karani.circulation.simulate import HeightsOf
from karani.circulation.timeline import Step, Timeline

BEFORE_S, SETTLED_S = 180.0, 60.0
"""Whoever begins has been on their feet for a while; the last minute of it is what the practice is compared with."""
QUIET_S = 60
"""The pulse is lowest in its quietest minute."""


def practice_effect(
    practice: Timeline,
    person: Person,
    heights_of: HeightsOf | None = None,
    *,
    people: int,
    lanes: int | None = None,
) -> dict[str, tuple[float, float, float]]:
    """Percentiles 5, 50, 95: pulse of the quietest minute against standing before [bpm], swing with a counted breath [bpm]."""
    whole = Timeline((Step("standing", BEFORE_S), *practice.steps))
    found = bands(
        whole,
        person,
        heights_of=heights_of,
        people=people,
        lanes=lanes,
        lists_of=partial(pulse_changes, timeline=whole),
    )
    return {name: values_of(band) for name, band in found.items()}


def pulse_changes(found: Hemodynamics, timeline: Timeline) -> dict[str, Array]:
    pulse = found.heart_rate_bpm
    after = np.convolve(pulse[int(BEFORE_S) :], np.full(QUIET_S, 1.0 / QUIET_S), "valid")
    before = mean(pulse, (BEFORE_S - SETTLED_S, BEFORE_S))
    swings = counted_swings(pulse, timeline)
    return {
        "pulse_bpm": np.array([after.min() - before]),
        **({"swing_bpm": np.array([np.mean(swings)])} if swings else {}),
    }


def counted_swings(pulse: Array, timeline: Timeline) -> list[float]:
    """Highest less lowest pulse in each counted breath."""
    swings, now_s = [], 0.0
    for step in timeline.steps:
        if step.breath is not None:
            swings.append(float(np.ptp(part(pulse, (now_s, now_s + step.seconds)))))
        now_s += step.seconds
    return swings

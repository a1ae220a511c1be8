"""What a pose does to the blood of one body: bands over time, and each person's changes from standing and from lying flat.

Changes are taken person by person and banded afterwards: the band of a change is much narrower than that of two states.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from karani.circulation.bands import PEOPLE, Band, Progress, bands
from karani.circulation.hemodynamics import Hemodynamics
from karani.circulation.kernel.groups import Array
from karani.circulation.persons import Person
from karani.circulation.pose_timeline import PoseTimeline, Span
from karani.circulation.simulate import HeightsOf

SETTLED_S = 60.0
"""The end of standing and of lying: what a pose is compared with."""
FIRST_S = (15.0, 60.0)
"""The first minute of a pose, after the move."""
LATE_S = 120.0
SMOOTH_S = 12
"""A running mean over a slow breath, for what is drawn over time."""
EVERY_S = 5
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class PoseEffect:
    """Percentiles 5, 50 and 95 over sampled people: `over_time` every EVERY_S seconds, `numbers` one value each.

    pulse bpm, legs ml against lying, pressure mmHg against lying; numbers end in their unit.
    """

    time_s: Array
    over_time: Mapping[str, Band]
    numbers: Mapping[str, tuple[float, float, float]]


def pose_effect(
    around: PoseTimeline,
    person: Person,
    heights_of: HeightsOf | None = None,
    *,
    people: int = PEOPLE,
    lanes: int | None = None,
    progress: Progress | None = None,
) -> PoseEffect:
    found = bands(
        around.timeline,
        person,
        heights_of=heights_of,
        people=people,
        lanes=lanes,
        progress=progress,
        lists_of=partial(changes, around=around),
    )
    numbers = {name: band for name, band in found.items() if len(band.middle) == 1}
    return PoseEffect(
        time_s=np.arange(1.0, around.timeline.seconds + 1.0)[::EVERY_S],
        over_time={name: band for name, band in found.items() if name not in numbers},
        numbers={name: values_of(band) for name, band in numbers.items()},
    )


def values_of(band: Band) -> tuple[float, float, float]:
    return float(band.low[0]), float(band.middle[0]), float(band.high[0])


def changes(found: Hemodynamics, around: PoseTimeline) -> dict[str, Array]:
    """One person's: lists over time, and single values as lists of one."""
    standing, lying = late(around.standing_s, SETTLED_S), late(around.lying_s, SETTLED_S)
    start_s = around.pose_s[0]
    first = (start_s + FIRST_S[0], min(start_s + FIRST_S[1], around.pose_s[1]))
    end = late(around.pose_s, LATE_S)
    pulse, legs, stroke = found.heart_rate_bpm, found.leg_volume_ml, found.stroke_volume_ml
    pressure, calf = found.mean_arterial_pressure_mmhg, found.calf_vein_pressure_mmhg
    single = {
        "pulse_from_standing_bpm": mean(pulse, end) - mean(pulse, standing),
        "pulse_from_lying_bpm": mean(pulse, end) - mean(pulse, lying),
        "legs_from_standing_ml": mean(legs, end) - mean(legs, standing),
        "legs_from_lying_ml": mean(legs, end) - mean(legs, lying),
        "stroke_first_percent": PERCENT * (mean(stroke, first) / mean(stroke, lying) - 1.0),
        "stroke_late_percent": PERCENT * (mean(stroke, end) / mean(stroke, lying) - 1.0),
        "pressure_from_lying_mmhg": mean(pressure, end) - mean(pressure, lying),
        "calf_standing_mmhg": mean(calf, standing),
        "calf_mmhg": mean(calf, end),
        **swing(found, around),
    }
    return {
        "pulse": drawn(pulse),
        "legs": drawn(legs - mean(legs, lying)),
        "pressure": drawn(pressure - mean(pressure, lying)),
        **{name: np.array([value]) for name, value in single.items()},
    }


def swing(found: Hemodynamics, around: PoseTimeline) -> dict[str, float]:
    """How far the pulse swings with each counted breath, where one is counted; the first breath is for getting used to it."""
    now_s = 0.0
    for step in around.timeline.steps:
        if step.breath is not None:
            breath_s = step.breath.inhale_s + step.breath.exhale_s
            starts = np.arange(now_s + breath_s, now_s + step.seconds - breath_s / 2.0, breath_s)
            each = [np.ptp(part(found.heart_rate_bpm, (start, start + breath_s))) for start in starts]
            return {"swing_bpm": float(np.mean(each))} if each else {}
        now_s += step.seconds
    return {}


def late(span: Span, seconds: float) -> Span:
    return max(span[0], span[1] - seconds), span[1]


def mean(series: Array, span: Span) -> float:
    return float(part(series, span).mean())


def part(series: Array, span: Span) -> Array:
    return series[int(span[0]) : int(span[1])]


def drawn(series: Array) -> Array:
    """Running means, one value every EVERY_S seconds."""
    padded = np.concatenate([np.full(SMOOTH_S - 1, series[0]), series])
    return np.convolve(padded, np.full(SMOOTH_S, 1.0 / SMOOTH_S), "valid")[::EVERY_S]


def effect_to_dict(effect: PoseEffect, around: PoseTimeline) -> dict[str, Any]:
    """As JSON, rounded to what is drawn."""
    return {
        "time_s": effect.time_s.tolist(),
        "spans_s": {
            "standing": list(around.standing_s), "lying": list(around.lying_s),
            "pose": list(around.pose_s), "after": list(around.after_s),
        },
        "over_time": {
            name: {edge: np.round(getattr(band, edge), 2).tolist() for edge in ("low", "middle", "high")}
            for name, band in effect.over_time.items()
        },
        "numbers": {name: [round(value, 2) for value in values] for name, values in effect.numbers.items()},
    }  # fmt: skip

"""What a pose asks of the standard body, computed: which muscles lengthen or work, and where the blood has to go.

    lengthened, worked   a number for each group of muscles, 0 to 1: the darker of its two sides, as the plate is painted
    above_heart_cm       how far head, hips, knees and ankles lie above the heart (negative: below) [cm]

Blood moves with these heights, for its pressure grows by some 0.77 mmHg with each centimeter below the heart; the pump of
working muscles is not in it. Numbers to set poses beside each other, of one body, not measurements.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from karani.body import Posture
from karani.figure import State
from karani.guide.anatomy import work_shade
from karani.muscles import Muscles, stretch_shade

PARTS = ("head", "hip", "knee", "ankle")
LONG = frozenset((State.STRETCHED, State.WORKING_LONG))
AT_WORK = frozenset((State.WORKING, State.WORKING_LONG))


@dataclass(frozen=True, slots=True)
class Demand:
    lengthened: Mapping[str, float]
    worked: Mapping[str, float] | None
    """None where no muscles of the model hold the posture."""
    above_heart_cm: Mapping[str, float]


def demand_of(posture: Posture, muscles: Muscles) -> Demand:
    lengthened: dict[str, float] = {}
    worked: dict[str, float] = {}
    for group in muscles.groups:
        state = State(group.state)
        if state in LONG:
            keep_larger(lengthened, group.name, stretch_shade(group.stretch_share))
        if state in AT_WORK:
            keep_larger(worked, group.name, work_shade(group.activation))
    heart = posture.heights_cm["heart"]
    return Demand(
        lengthened=lengthened,
        worked=worked if muscles.solved else None,
        above_heart_cm={part: round(posture.heights_cm[part] - heart, 1) for part in PARTS},
    )


def keep_larger(found: dict[str, float], name: str, value: float) -> None:
    found[name] = round(max(value, found.get(name, 0.0)), 3)

"""The one quiet line about the blood in a whole practice. Nothing in it may frighten: no pressure, nothing that rises."""

import json
from dataclasses import dataclass

from karani.web.pages.blood_page import Computed
from karani.web.pages.blood_words import Range, number

LEAST_BPM = 3.0
"""A change below this is not worth a line."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """`sentence` is empty while it is not computed, and where there is nothing to say. `waits`: it may yet come."""

    url: str
    sentence: str
    waits: bool


@dataclass(frozen=True, slots=True)
class ForecastPage:
    """The line as a page of its own."""

    id: str
    forecast: Forecast


def compose_forecast(practice_id: str, computed: Computed) -> Forecast:
    return Forecast(
        url=f"/practices/{practice_id}/blood",
        sentence=say(computed.found) if computed.found is not None else "",
        waits=computed.found is None and not computed.failure,
    )


def say(found: bytes) -> str:
    numbers = {name: Range(*values) for name, values in json.loads(found)["numbers"].items()}
    told = [part for part in (say_fall(numbers["pulse_bpm"].turned()), say_swing(numbers)) if part]
    if not told:
        return ""
    return f"In a model of people of your measures, not a measurement, {' and '.join(told)}."


def say_fall(fall: Range) -> str:
    if fall.middle < LEAST_BPM:
        return ""
    return (
        f"the pulse comes down by about {number(fall.middle)} beats a minute"
        f" ({number(max(fall.low, 0.0))} to {number(fall.high)}) from standing to its quietest minute"
    )


def say_swing(numbers: dict[str, Range]) -> str:
    swing = numbers.get("swing_bpm")
    if swing is None or swing.middle < LEAST_BPM:
        return ""
    return f"swings by about {number(swing.middle)} with each counted breath"

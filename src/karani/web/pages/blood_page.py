"""What a guide says about the blood in its pose: before and after in words, charts with their bands, what studies measured."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from karani.guide.measured import MeasuredView, list_measured
from karani.library import Library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.practice.at_rest import held_at_rest
from karani.web.pages.blood_chart import Chart, Named, make_chart
from karani.web.pages.blood_words import FIRST, MORE, Range

SHOWN_BEFORE_S = 60.0
SCORE = "physiology/agreement.toml"
COMPARED = "physiology/compared.toml"
CHARTS = {
    "pulse": Named("Pulse", "beats a minute", "The pulse of a middle person goes from {start} standing to {end} in the pose; nine of ten lie between {low} and {high}."),
    "legs": Named("Blood in the legs", "ml, against lying flat", "Against lying flat the legs hold {start} ml more standing and {end} ml in the pose; nine of ten people lie between {low} and {high} ml."),
    "pressure": Named("Mean pressure", "mmHg, against lying flat", "Against lying flat mean pressure is {start} mmHg standing and {end} mmHg in the pose; nine of ten people lie between {low} and {high}."),
}  # fmt: skip
RANGES = (
    ("legs_from_lying_ml", "Blood in the legs against lying flat", "ml", 0),
    ("legs_from_standing_ml", "Blood in the legs against standing", "ml", 0),
    ("calf_mmhg", "Pressure in the calf's veins", "mmHg", 0),
    ("pulse_from_standing_bpm", "Pulse against standing", "a minute", 0),
    ("pulse_from_lying_bpm", "Pulse against lying flat", "a minute", 0),
    ("stroke_late_percent", "Blood in each beat against lying flat", "%", 0),
    ("pressure_from_lying_mmhg", "Mean pressure against lying flat", "mmHg", 0),
)
MOMENTS = (
    ("Standing", "standing", 1.0),
    ("Lying flat", "lying", 1.0),
    ("One minute in the pose", "pose", 60.0),
    ("At its end", "pose", 1.0),
    ("Lying flat again", "after", 1.0),
)


@dataclass(frozen=True, slots=True)
class Computed:
    """What was computed, or why it cannot be; both empty while it is not. `asked`: it is being computed."""

    found: bytes | None
    failure: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """How many published measurements the model meets."""

    inside: int
    rows: int
    rms_z: float


@dataclass(frozen=True, slots=True)
class Row:
    """One moment of the table: each charted quantity with its range."""

    moment: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known once it is computed."""

    person: str
    sentences: tuple[str, ...]
    more: tuple[str, ...]
    charts: tuple[Chart, ...]
    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    """The headings of the table."""
    calf: Range | None
    calf_standing: Range | None
    people: int


@dataclass(frozen=True, slots=True)
class BloodSection:
    """`shown` is None until it is computed; `failure` says why it cannot be."""

    name: str
    url: str
    compare_url: str
    at_rest: bool
    shown: Shown | None
    failure: str
    asked: bool
    """Whether it is being computed."""
    measured: tuple[MeasuredView, ...]
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class BloodPage:
    """The section as a page of its own."""

    slug: str
    blood: BloodSection


def compose_blood(pose: Pose, library: Library, computed: Computed) -> BloodSection:
    found = computed.found
    return BloodSection(
        name=pose.name,
        url=f"/poses/{pose.slug}/blood",
        compare_url=f"/compare?pose={pose.slug}",
        at_rest=held_at_rest(pose),
        shown=show(json.loads(found)) if found is not None else None,
        failure=computed.failure,
        asked=computed.asked,
        measured=list_measured(pose, library),
        scores=read_scores(),
    )


@cache
def read_scores() -> dict[str, Score]:
    """Written by the model's own tables of agreement, and held to them by a test."""
    table = tomllib.loads((PACKAGED_CONTENT / SCORE).read_text("utf-8"))
    return {name: Score(**values) for name, values in table.items()}


def read_compared(library: Library) -> tuple[str, ...]:
    """The poses that are compared where nobody chose."""
    table = tomllib.loads((PACKAGED_CONTENT / COMPARED).read_text("utf-8"))
    return tuple(library.pose(slug).slug for slug in table["poses"])


def show(found: dict[str, Any]) -> Shown:
    numbers = {name: Range(*values) for name, values in found["numbers"].items()}
    return Shown(
        person=say_person(found["person"]),
        sentences=tuple(filter(None, (say(numbers) for say in FIRST))),
        more=tuple(filter(None, (say(numbers) for say in MORE))),
        charts=tuple(chart_of(name, CHARTS[name], found) for name in charted(found)),
        rows=tuple(row_of(moment, found) for moment in MOMENTS),
        columns=tuple(f"{CHARTS[name].heading}, {CHARTS[name].unit}" for name in charted(found)),
        calf=numbers.get("calf_mmhg"),
        calf_standing=numbers.get("calf_standing_mmhg"),
        people=found["people"],
    )


def charted(found: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in CHARTS if name in found["over_time"])


def say_person(person: dict[str, Any]) -> str:
    kind = {"female": "a woman", "male": "a man"}[person["sex"]]
    return f"{kind} of {person['height_cm']:.0f} cm, {person['mass_kg']:.0f} kg and {person['age']:.0f} years"


def chart_of(name: str, named: Named, found: dict[str, Any]) -> Chart:
    """From the last minute of standing on."""
    spans = found["spans_s"]
    from_s = spans["standing"][1] - SHOWN_BEFORE_S
    first = next(index for index, at_s in enumerate(found["time_s"]) if at_s >= from_s)
    series = {edge: values[first:] for edge, values in found["over_time"][name].items()}
    end = place_of(found, spans["pose"][1] - 1.0)
    told = {
        "start": near(found["over_time"][name]["middle"][place_of(found, spans["standing"][1] - 1.0)]),
        "end": near(found["over_time"][name]["middle"][end]),
        "low": near(found["over_time"][name]["low"][end]),
        "high": near(found["over_time"][name]["high"][end]),
    }
    phases = (
        ("standing", from_s, spans["standing"][1]),
        ("lying", *spans["lying"]),
        ("in the pose", *spans["pose"]),
        ("lying", *spans["after"]),
    )
    sentence = Named(named.heading, named.unit, named.sentence.format(**told))
    return make_chart(sentence, found["time_s"][first:], series, phases)


def row_of(moment: tuple[str, str, float], found: dict[str, Any]) -> Row:
    name, span, offset_s = moment
    start_s, end_s = found["spans_s"][span]
    at_s = min(start_s + offset_s, end_s) if offset_s > 1.0 else end_s - offset_s
    place = place_of(found, at_s)
    ranges = (
        Range(*(found["over_time"][key][edge][place] for edge in ("low", "middle", "high")))
        for key in charted(found)
    )
    return Row(name, tuple(one.text() for one in ranges))


def place_of(found: dict[str, Any], at_s: float) -> int:
    times: Sequence[float] = found["time_s"]
    return max(index for index, time_s in enumerate(times) if time_s <= at_s)


def near(value: float) -> str:
    return f"{value:.0f}".replace("-", "\N{MINUS SIGN}")

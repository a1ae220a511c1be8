"""`karani simulate`: where the blood goes and what the pulse does in a pose, along a practice, or along a timeline."""

import csv
import io
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from karani.body import Person as Measured
from karani.circulation import (
    Hemodynamics,
    Person,
    PoseName,
    Timeline,
    hemodynamics_to_dict,
    read_timeline,
    simulate,
)
from karani.circulation.bands import PEOPLE, Band, bands
from karani.circulation.body_heights import heights_of_body
from karani.circulation.breathing_steps import hold_steps
from karani.circulation.hemodynamics import rounded, series_of
from karani.circulation.plot import plot
from karani.cli.body_options import add_body_options
from karani.cli.output import aligned, clock, print_json, wrapped, write_whole
from karani.cli.parser import Arguments, Parser, UsageError, number
from karani.cli.person import asked_person, body_of
from karani.cli.plan_file import is_plan_file, read_plan
from karani.library import Library, read_library
from karani.practice.circulation_timeline import timeline_of_practice
from karani.practice.held import WorkOf, with_work, works_of_body
from karani.units import SECONDS_PER_MINUTE

SUFFIX = ".toml"
LEAST_MINUTES, MOST_MINUTES = 0.1, 240.0
NOTE = (
    "A model of an average healthy adult not a measurement. It leads to no advice and clears nobody as safe."
)
COLUMNS = {
    "heart_rate_bpm": "pulse",
    "systolic_mmhg": "systolic",
    "diastolic_mmhg": "diastolic",
    "stroke_volume_ml": "stroke ml",
    "cardiac_output_l_min": "output l/min",
    "leg_volume_ml": "legs ml",
    "chest_volume_ml": "chest ml",
    "ankle_vein_pressure_mmhg": "ankle vein mmHg",
}
MEAN_S = 10
ROWS = 8


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "what",
        metavar="POSE|PLAN.json|TIMELINE.toml",
        help="a pose, a plan kept by karani plan --save, or a file with a list of [[step]]",
    )
    parser.add_argument(
        "--minutes", type=number, metavar="M", help="how long the pose is held; its usual hold"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", type=Path, metavar="FILE", help="write a line for each second")
    form.add_argument("--plot", type=Path, metavar="FILE.svg", help="write a chart")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--band", action="store_true", help=f"with 5 and 95 %% of {PEOPLE} sampled people")
    add_body_options(parser)


def run(arguments: Arguments) -> None:
    library = read_library()
    title, timeline = timeline_of(arguments.what, arguments.minutes, library)
    measured = asked_person(arguments)
    person = person_of(measured)
    heights_of = None
    if has_pose(timeline):
        body = body_of(measured)
        heights_of, work_of = heights_of_body(body, library.poses), works_of_body(body, library.poses)
        say_untold(timeline, work_of, library)
        timeline = with_work(timeline, work_of)
    found = simulate(timeline, person, heights_of)
    around = bands(timeline, person, heights_of=heights_of, progress=say_progress) if arguments.band else None
    if arguments.csv is not None:
        write_whole(arguments.csv, csv_text(found, around).encode())
    if arguments.plot is not None:
        write_whole(arguments.plot, plot(title, timeline, found, around).encode())
    if arguments.json:
        print_json(simulation_to_dict(title, person, found, around))
    else:
        print(written(arguments) or simulation_text(title, found))


def timeline_of(what: str, minutes: float | None, library: Library) -> tuple[str, Timeline]:
    if what.endswith(SUFFIX) or is_plan_file(what):
        if minutes is not None:
            raise UsageError("A timeline or plan has its own seconds; --minutes goes with a pose.")
        return timeline_of_file(Path(what), library)
    pose = library.pose(what)
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise UsageError(f"--minutes is {minutes:g}; {LEAST_MINUTES:g} to {MOST_MINUTES:g} would be right.")
    seconds = pose.hold.usual_s if minutes is None else minutes * SECONDS_PER_MINUTE
    held = hold_steps(PoseName(pose.slug), seconds, library.breathings[pose.breath])
    return pose.name, Timeline(held)


def timeline_of_file(path: Path, library: Library) -> tuple[str, Timeline]:
    if path.suffix == SUFFIX:
        return path.stem, read_timeline(path, library)
    practice = read_plan(path, library)
    return practice.title, timeline_of_practice(practice, library)


def has_pose(timeline: Timeline) -> bool:
    """Whether a posture of a body is needed; a straight one on a table is built in."""
    return any(isinstance(step.where, PoseName) for step in timeline.steps)


def say_untold(timeline: Timeline, work_of: WorkOf, library: Library) -> None:
    """For which poses the muscles' work is not computed; there only gravity counts."""
    slugs = dict.fromkeys(step.where.slug for step in timeline.steps if isinstance(step.where, PoseName))
    for slug in slugs:
        if why := work_of(slug).why:
            print(f"{library.pose(slug).name} is taken as held at rest. {why}", file=sys.stderr)


def say_progress(done: int, people: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {people} people", end="\n" if done == people else "", file=sys.stderr)


def simulation_to_dict(
    title: str, person: Person, found: Hemodynamics, around: Mapping[str, Band] | None
) -> dict[str, Any]:
    content = {"title": title, "person": asdict(person), "note": NOTE, **hemodynamics_to_dict(found)}
    if around is None:
        return content
    return content | {
        "bands": {
            name: {
                "low": rounded(band.low),
                "middle": rounded(band.middle),
                "high": rounded(band.high),
            }
            for name, band in around.items()
        }
    }


def csv_text(found: Hemodynamics, around: Mapping[str, Band] | None) -> str:
    columns = {name: rounded(values) for name, values in series_of(found).items()}
    for name, band in (around or {}).items():
        if name != "time_s":
            columns |= {f"{name}_low": rounded(band.low), f"{name}_high": rounded(band.high)}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue()


def written(arguments: Arguments) -> str:
    file = arguments.csv or arguments.plot
    return f"Written to {file}." if file is not None else ""


def simulation_text(title: str, found: Hemodynamics) -> str:
    heads = [("time", *COLUMNS.values())]
    rows = [row_at(found, end) for end in shown_seconds(len(found.time_s))]
    return "\n".join([title, *aligned([*heads, *rows]), "", wrapped(NOTE)])


def shown_seconds(seconds: int) -> list[int]:
    """About ROWS moments; the first soon after the body has moved."""
    every = max(MEAN_S, -(-seconds // ROWS))
    return sorted({min(2 * MEAN_S, seconds), *range(every, seconds, every), seconds})


def row_at(found: Hemodynamics, end: int) -> tuple[str, ...]:
    """Means of the ten seconds that end here."""
    part = slice(max(0, end - MEAN_S), end)
    series = series_of(found)
    return (
        clock(end),
        *(f"{series[name][part].mean():.{1 if name.endswith('l_min') else 0}f}" for name in COLUMNS),
    )


def person_of(measured: Measured) -> Person:
    """The circulation's person: the same measures, less those that only a posture needs."""
    return Person(
        height_cm=measured.height_cm, mass_kg=measured.mass_kg, sex=measured.sex, age_years=measured.age
    )

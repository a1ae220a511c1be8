"""Reading a timeline file: a list of [[step]] tables, each a posture, its seconds, and perhaps a breath."""

import tomllib
from pathlib import Path

from karani.circulation.timeline import (
    LONGEST_S,
    LONGEST_SENTENCE,
    NAMED,
    Breath,
    PoseName,
    Step,
    Tilt,
    Timeline,
    TimelineError,
    Where,
)
from karani.errors import ContentError
from karani.library import Library
from karani.library.fields import Fields, read_whole

STEEPEST_DEG = 90.0
LARGEST_S = 1e12
WHERE_KEYS = ("pose", "tilt_deg", "posture")
SHORTEST_STEP_S, SHORTEST_BREATH_S, LONGEST_BREATH_S = 1.0, 0.5, 60.0
LEAST_TIDAL_L, MOST_TIDAL_L, DEFAULT_TIDAL_L = 0.1, 4.0, 0.5


def read_timeline(path: Path, library: Library) -> Timeline:
    """The timeline of a file; TimelineError or ContentError is one sentence that names the step and the field."""
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text in UTF-8"
        raise TimelineError(f"{str(path)!r} cannot be read: {reason}.") from None
    return parse_timeline(text, library, path.name)


def parse_timeline(text: str, library: Library, name: str = "timeline") -> Timeline:
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise TimelineError(
            f"{name} is not TOML ({str(error)[:120]}); a list of [[step]] would be right."
        ) from None
    try:
        steps = read_whole(
            Fields(name, table), lambda fields: fields.each("step", lambda step: step_of(step, library))
        )
    except ContentError as error:
        raise TimelineError(f"{error}.") from None
    return Timeline(steps)


def step_of(fields: Fields, library: Library) -> Step:
    where, seconds = where_of(fields, library), seconds_of(fields)
    breath = breath_of(fields.table("breath")) if fields.has("breath") else None
    effort = fields.number("effort", 0.0, 1.0) if fields.has("effort") else 0.0
    return Step(where, seconds, breath, effort)


def where_of(fields: Fields, library: Library) -> Where:
    given = [key for key in WHERE_KEYS if fields.has(key)]
    if len(given) != 1:
        found = " and ".join(given) if given else "none of them"
        raise fields.wrong("", f"found {found}; exactly one of {', '.join(WHERE_KEYS)} would be right")
    if given == ["pose"]:
        return PoseName(library.pose(fields.text("pose")).slug)
    if given == ["tilt_deg"]:
        tilt_deg = fields.number("tilt_deg", -STEEPEST_DEG, STEEPEST_DEG)
        legs_deg = fields.number("legs_deg", -STEEPEST_DEG, STEEPEST_DEG) if fields.has("legs_deg") else None
        return Tilt(tilt_deg, legs_deg)
    return fields.word("posture", NAMED)


def seconds_of(fields: Fields) -> float:
    seconds = fields.number("seconds", -LARGEST_S, LARGEST_S)
    if not SHORTEST_STEP_S <= seconds <= LONGEST_S:
        raise fields.wrong(
            "seconds", f"found {seconds:g}; {SHORTEST_STEP_S:g} s to {LONGEST_SENTENCE} would be right"
        )
    return seconds


def breath_of(fields: Fields) -> Breath:
    breath = Breath(
        inhale_s=fields.number("inhale_s", SHORTEST_BREATH_S, LONGEST_BREATH_S),
        exhale_s=fields.number("exhale_s", SHORTEST_BREATH_S, LONGEST_BREATH_S),
        tidal_volume_l=fields.number("tidal_volume_l", LEAST_TIDAL_L, MOST_TIDAL_L)
        if fields.has("tidal_volume_l")
        else DEFAULT_TIDAL_L,
        pause_s=fields.number("pause_s", 0.0, LONGEST_BREATH_S) if fields.has("pause_s") else 0.0,
    )
    fields.done()
    return breath

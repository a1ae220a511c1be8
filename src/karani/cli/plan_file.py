"""A plan that `karani plan --save` kept."""

import json
from pathlib import Path
from typing import Any

from karani.cli.output import clock, reason_of
from karani.errors import KaraniError, PracticeError
from karani.library import Library
from karani.practice import Practice, practice_from_dict
from karani.practice.situation import MOST_MINUTES, check_request
from karani.units import SECONDS_PER_MINUTE

SUFFIX = ".json"
SLACK_S = 5.0


class PlanFileError(KaraniError):
    """A file that is not there, or holds no plan."""


def is_plan_file(argument: str) -> bool:
    """A slug of a pose has neither a dot nor a folder in it."""
    return argument.endswith(SUFFIX) or "/" in argument or "\\" in argument


def read_plan(path: Path, library: Library) -> Practice:
    """The plan, looked over as if it came from a stranger: it may have been changed by hand."""
    content = read_json(path)
    try:
        practice = practice_from_dict(content)
        check_plan(practice, library)
    except KaraniError as error:
        raise PlanFileError(f"{str(path)!r} is not a plan to follow. {error}") from None
    return practice


def check_plan(practice: Practice, library: Library) -> None:
    """Nothing in it may be closed to the person it was made for, or last longer than a practice does."""
    situation = check_request(practice.request, library)
    for segment in practice.segments:
        pose = library.pose(segment.slug)
        if pose.slug in situation.closed:
            raise PracticeError(f"{pose.name} cannot be led here. {situation.closed[pose.slug].reason}")
    if practice.total_seconds > MOST_MINUTES * SECONDS_PER_MINUTE + SLACK_S:
        raise PracticeError(
            f"It lasts {clock(practice.total_seconds)} minutes; {MOST_MINUTES} minutes are the most."
        )


def read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise PlanFileError(f"{str(path)!r} is not JSON; write a plan with karani plan --save.") from None
    except (OSError, ValueError) as error:
        raise PlanFileError(f"{str(path)!r} cannot be read: {reason_of(error)}.") from None

"""A plan that `karani plan --save` kept."""

import json
from pathlib import Path
from typing import Any

from karani.cli.output import reason_of
from karani.errors import KaraniError
from karani.practice import Practice, practice_from_dict

SUFFIX = ".json"


class PlanFileError(KaraniError):
    """A file that is not there, or holds no plan."""


def is_plan_file(argument: str) -> bool:
    """A slug of a pose has neither a dot nor a folder in it."""
    return argument.endswith(SUFFIX) or "/" in argument or "\\" in argument


def read_plan(path: Path) -> Practice:
    content = read_json(path)
    try:
        return practice_from_dict(content)
    except KaraniError as error:
        raise PlanFileError(f"{str(path)!r} is not a whole plan: {error}") from None
    except (AttributeError, KeyError, LookupError, TypeError, ValueError):
        raise PlanFileError(f"{str(path)!r} is not a plan; write one with karani plan --save.") from None


def read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise PlanFileError(f"{str(path)!r} is not JSON; write a plan with karani plan --save.") from None
    except (OSError, ValueError) as error:
        raise PlanFileError(f"{str(path)!r} cannot be read: {reason_of(error)}.") from None

"""Whose body a command computes, from what body_options asks."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from karani.body import Body, Person, Proportions, read_body
from karani.cli.body_options import MEASURES
from karani.cli.parser import Arguments, UsageError

AS_MEASURED = Person(height_cm=176.8, mass_kg=75.0, sex="male")
"""The body whose segments are those of the source model, unscaled."""


def asked_person(arguments: Arguments) -> Person:
    person = Person() if arguments.person is None else read_person(arguments.person)
    said = {name: getattr(arguments, name) for name in MEASURES if getattr(arguments, name) is not None}
    return replace(person, **said)


def read_person(path: Path) -> Person:
    """A file with any of the measures, and a table [proportions]."""
    table = read_table(path)
    proportions = table.pop("proportions", {})
    known = {field.name for field in fields(Proportions)}
    check_names(path, table, set(MEASURES))
    check_names(path, proportions, known)
    for name, value in {**table, **proportions}.items():
        if name != "sex" and (isinstance(value, bool) or not isinstance(value, int | float)):
            raise UsageError(f"{path}: {name} is {value!r}; a number would be right.")
    return Person(**table, proportions=Proportions(**proportions))


def read_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not a TOML file: {error}.") from error


def check_names(path: Path, table: Any, known: set[str]) -> None:
    if not isinstance(table, dict):
        raise UsageError(f"{path}: [proportions] would be a table.")
    for name in table:
        if name not in known:
            raise UsageError(f"{path}: {name!r} is not a measure; measures are: {', '.join(sorted(known))}.")


def asked_body(arguments: Arguments) -> Body:
    """The body of the person asked for; making the model for the first time is said on standard error."""
    return body_of(asked_person(arguments))


def body_of(person: Person) -> Body:
    return read_body(person, cache_folder(), say)


def cache_folder() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - slow to find, and only needed for a body

    return user_cache_path("karani", appauthor=False) / "body"


def figure_folder() -> Path:
    """Where drawn figures are kept."""
    return cache_folder().parent / "figures"


def say(line: str) -> None:
    import sys  # noqa: PLC0415 - for the one line of a first run

    print(line, file=sys.stderr)

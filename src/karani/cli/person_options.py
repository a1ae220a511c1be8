"""Whose body it is, on the command line: options, or a file that holds them."""

import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from karani.circulation import Person, PersonError
from karani.cli.output import reason_of
from karani.cli.parser import Arguments, UsageError, number

KEYS = {"height_cm": "cm", "mass_kg": "kg", "age_years": "years"}
OTHER_KEY = "straight_leg_raise_deg"  # of postures, not of the circulation


def add_body(parser: ArgumentParser) -> None:
    parser.add_argument("--person", type=Path, metavar="FILE.toml", help="a file with these options as keys")
    parser.add_argument("--height-cm", type=number, metavar="CM", help="175 if not said")
    parser.add_argument("--mass-kg", type=number, metavar="KG", help="75 if not said")
    parser.add_argument("--sex", choices=["female", "male"], help="for the tables of blood volume")
    parser.add_argument("--age", type=number, metavar="YEARS", help="30 if not said")
    parser.add_argument(
        "--straight-leg-raise-deg", type=number, metavar="DEG", help="how far the leg rises; for postures"
    )


def person_of(arguments: Arguments) -> Person:
    """The person of the file, with what was said on the command line in its place."""
    told = {} if arguments.person is None else read_person(arguments.person)
    said = {
        "height_cm": arguments.height_cm,
        "mass_kg": arguments.mass_kg,
        "sex": arguments.sex,
        "age_years": arguments.age,
    }
    return Person(**(told | {key: value for key, value in said.items() if value is not None}))


def read_person(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {reason_of(error)}.") from None
    except ValueError:
        raise UsageError(f"{str(path)!r} is not TOML; lines like height_cm = 168 would be right.") from None
    return {own_name(key): checked(path, key, value) for key, value in table.items() if key != OTHER_KEY}


def own_name(key: str) -> str:
    return "age_years" if key == "age" else key


def checked(path: Path, key: str, value: Any) -> Any:
    name = own_name(key)
    if name == "sex" and isinstance(value, str):
        return value
    if name not in KEYS:
        raise PersonError(
            f"{str(path)!r}: {key!r} is not known; there is height_cm, mass_kg, sex, age, {OTHER_KEY}."
        )
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PersonError(f"{str(path)!r}: {key} is {value!r}; a number of {KEYS[name]} would be right.")
    return float(value)

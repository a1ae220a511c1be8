"""Arguments of a command; a mistake in them is one sentence, like every other mistake."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _ArgumentGroup
from typing import NoReturn

from karani.errors import KaraniError

Arguments = Namespace
Options = ArgumentParser | _ArgumentGroup
"""Where options can be added."""


class UsageError(KaraniError):
    """A command, an option or a value that the command line does not know."""


class Parser(ArgumentParser):
    """Says no usage before its sentence, and takes no shortened options: scripts would break with new ones."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        said = message.removeprefix("argument ")
        raise UsageError(f"{said}; {self.prog} --help says more.")


def whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a whole number") from None


def number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a number") from None


def port(text: str) -> int:
    found = whole_number(text)
    if not 0 <= found <= 65535:  # noqa: PLR2004 - the last port there is
        raise ArgumentTypeError(f"{found} is not a port; ports go from 0 (any that is free) to 65535")
    return found


def named_number(text: str) -> tuple[str, float]:
    """NAME=VALUE."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise ArgumentTypeError(f"{text!r} is not NAME=VALUE, as in wall_distance_cm=15")
    return name, number(value)


def add_set_option(parser: Parser) -> None:
    """`--set NAME=VALUE`, of every command that solves a posture."""
    parser.add_argument(
        "--set",
        action="append",
        type=named_number,
        default=[],
        metavar="NAME=VALUE",
        help="choose what the pose leaves free, as wall_distance_cm=15; may be repeated",
    )

"""What a person asks for on the command line: needs, minutes, props, conditions."""

from argparse import ArgumentParser

from karani.cli.parser import Arguments, number, whole_number
from karani.practice import Request

THIS_POSE = "this-pose"
MINUTES = 20


def add_props_and_conditions(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--prop", action="append", default=[], metavar="P", help="a prop at hand; may be repeated"
    )
    parser.add_argument(
        "--condition", action="append", default=[], metavar="C", help="a condition of yours; may be repeated"
    )


def add_minutes(parser: ArgumentParser, default: int | None, said: str) -> None:
    parser.add_argument("--minutes", type=whole_number, default=default, metavar="M", help=said)


def add_person(parser: ArgumentParser) -> None:
    add_props_and_conditions(parser)
    parser.add_argument(
        "--doctor-agreed",
        action="append",
        default=[],
        metavar="C",
        help="a condition for which your doctor agreed; may be repeated",
    )
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="POSE", help="a pose to leave out; may be repeated"
    )
    parser.add_argument("--first-time", action="store_true", help="you have not done this before")
    parser.add_argument(
        "--count-s",
        type=number,
        default=1.0,
        metavar="S",
        help="seconds of one count of the breath, 0.8 to 1.3",
    )


def request_of(arguments: Arguments, need: str, minutes: int, pose: str | None) -> Request:
    return Request(
        need=need,
        minutes=minutes,
        props=frozenset(arguments.prop),
        conditions=frozenset(arguments.condition),
        doctor_agreed=frozenset(arguments.doctor_agreed),
        excluded=frozenset(arguments.exclude),
        first_time=arguments.first_time,
        pose=pose,
        count_s=arguments.count_s,
    )

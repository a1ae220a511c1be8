"""Options that tell a body: `--person FILE.toml` or single measures. It wakes no body itself, so that it costs nothing."""

from pathlib import Path

from karani.cli.parser import Arguments, Options, number

MEASURES = ("height_cm", "mass_kg", "sex", "age", "straight_leg_raise_deg")


def add_body_options(parser: Options) -> None:
    parser.add_argument(
        "--person", type=Path, metavar="FILE.toml", help="measures in a file; options go before it"
    )
    parser.add_argument("--height-cm", type=number, metavar="CM", help="height")
    parser.add_argument("--mass-kg", type=number, metavar="KG", help="mass")
    parser.add_argument("--sex", metavar="SEX", help="female or male")
    parser.add_argument("--age", type=number, metavar="YEARS", help="age")
    parser.add_argument(
        "--straight-leg-raise-deg",
        type=number,
        metavar="DEG",
        help="how far one straight leg lifts, lying on the back",
    )


def asked_nothing(arguments: Arguments) -> bool:
    """Whether no measure of a person was said."""
    return arguments.person is None and all(getattr(arguments, name) is None for name in MEASURES)

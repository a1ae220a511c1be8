"""Options of everything that is printed."""

from karani.cli.parser import Parser

PAPERS = {"a4": "a4", "letter": "us-letter"}


def add_paper(parser: Parser) -> None:
    parser.add_argument("--paper", choices=PAPERS, default="a4", help="of a handout; a4 if not said")
    parser.add_argument(
        "--address", default="", metavar="URL", help="where it can be read, for the square code on a handout"
    )

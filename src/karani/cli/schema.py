"""`karani schema`: the form of a content file as JSON Schema, for editors."""

from pathlib import Path

from karani.cli.output import print_json
from karani.cli.parser import Arguments, Parser
from karani.library import read_library
from karani.library.schemas import SCHEMAS, make_schema


def add_arguments(parser: Parser) -> None:
    parser.add_argument("file", choices=sorted(SCHEMAS), metavar="FILE", help=f"one of {', '.join(SCHEMAS)}")
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of content; Karani's own if not said")


def run(arguments: Arguments) -> None:
    print_json(make_schema(arguments.file, read_library(arguments.folder)))

"""`karani guide`: everything about one pose, on the terminal, as a page, as a handout or as JSON."""

from pathlib import Path

from karani.cli.guide_page import guide_page
from karani.cli.guide_text import guide_text
from karani.cli.output import print_json, write_whole
from karani.cli.paper_options import add_paper
from karani.cli.parser import Arguments, Parser
from karani.guide import compose, guide_to_dict
from karani.library import read_library


def add_arguments(parser: Parser) -> None:
    parser.add_argument("pose", metavar="POSE", help="a pose or a form of one; karani poses lists them")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", type=Path, metavar="FILE", help="write it as a page to read or to print")
    form.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a handout of one or two sheets")
    form.add_argument("--json", action="store_true", help="as JSON")
    add_paper(parser)


def run(arguments: Arguments) -> None:
    library = read_library()
    pose = library.pose(arguments.pose)
    guide = compose(pose, library)
    if arguments.html is not None:
        write_whole(arguments.html, guide_page(guide).encode())
        print(f"{guide.name}: written to {arguments.html}.")
    elif arguments.pdf is not None:
        from karani.cli.handout import write_guide_handout  # noqa: PLC0415 - bodies take time to wake

        write_guide_handout(guide, pose, library, arguments)
        print(f"{guide.name}: written to {arguments.pdf}.")
    elif arguments.json:
        print_json(guide_to_dict(guide))
    else:
        print(guide_text(guide, pose.guide_text))

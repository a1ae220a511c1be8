"""`karani new-pose`: a folder to begin with; `karani check` then says, one after the other, what is still wanting."""

from pathlib import Path

from karani.cli.parser import Arguments, Parser, UsageError
from karani.library import read_library
from karani.library.gather import SLUG
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.skeleton import skeleton_of


def add_arguments(parser: Parser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="small letters and hyphens, as in lying-on-a-hill")
    parser.add_argument("--form-of", metavar="POSE", help="make it a form of this pose")
    parser.add_argument(
        "--content", type=Path, metavar="FOLDER", help="a folder of content; Karani's own if not said"
    )


def run(arguments: Arguments) -> None:
    content: Path = arguments.content or PACKAGED_CONTENT
    folder = find_place(arguments.slug, arguments.form_of, content)
    folder.mkdir(parents=True)
    for name, text in skeleton_of(arguments.slug, is_form=arguments.form_of is not None).items():
        (folder / name).write_text(text, encoding="utf-8")
    where = f" {arguments.content}" if arguments.content else ""
    print(f"Made {folder}. Fill it in, and let karani check{where} say what is still wanting.")


def find_place(slug: str, form_of: str | None, content: Path) -> Path:
    """Raises UsageError where a pose of this name cannot be made."""
    if not SLUG.fullmatch(slug):
        raise UsageError(f"{slug!r} is no slug; small letters, digits and single hyphens would be right.")
    library = read_library(None if content == PACKAGED_CONTENT else content)
    if slug in library.poses:
        raise UsageError(f"There is a pose {slug!r} already; choose another name.")
    if form_of is None:
        return content / "poses" / slug
    root = library.pose(form_of)
    if root.form_of is not None:
        raise UsageError(f"{form_of!r} is a form of {root.form_of!r} itself; name that one.")
    return content / "poses" / root.slug / "variations" / slug

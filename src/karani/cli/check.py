"""`karani check`: every rule over all content."""

from dataclasses import asdict
from pathlib import Path

from karani.cli.output import print_json
from karani.cli.parser import Arguments, Parser, UsageError
from karani.library import check_library

FOUND = 1


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of content; Karani's own if not said"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> int:
    """1 when there is something to mend."""
    folder: Path | None = arguments.folder
    if folder is not None and not is_folder(folder):
        raise UsageError(f"{str(folder)!r} is not a folder; name one that holds poses and vocabulary.")
    findings = check_library(folder)
    if arguments.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print("\n".join([*map(str, findings), summary(len(findings))]))
    return FOUND if findings else 0


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def summary(count: int) -> str:
    match count:
        case 0:
            return "All content is in order."
        case 1:
            return "One thing to mend."
        case _:
            return f"{count} things to mend."

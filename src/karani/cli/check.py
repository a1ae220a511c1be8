"""`karani check`: every rule over all content."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from karani.cli.output import print_json
from karani.cli.parser import Arguments, Parser, UsageError
from karani.library import Finding, check_library, read_library

FOUND = 1


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of content; Karani's own if not said"
    )
    parser.add_argument(
        "--voice",
        action="store_true",
        help="ask the voices how long they take for every line; this takes a minute or two",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: Arguments) -> int:
    """1 when there is something to mend."""
    folder: Path | None = arguments.folder
    if folder is not None and not is_folder(folder):
        raise UsageError(f"{str(folder)!r} is not a folder; name one that holds poses and vocabulary.")
    # What is spoken is looked at when all else is in order: a pose that cannot be read cannot be said.
    findings = check_library(folder) or tuple(list_speech_findings(folder, measured=arguments.voice))
    if arguments.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print("\n".join([*map(str, findings), summary(len(findings))]))
    return FOUND if findings else 0


def list_speech_findings(folder: Path | None, *, measured: bool) -> Iterator[Finding]:
    from karani.speech.check import check_speech  # noqa: PLC0415 - the dictionary of sounds takes time to read

    library = read_library(folder)
    yield from check_speech(library, folder)
    if measured:
        from karani.cli.measure import measure_lines  # noqa: PLC0415 - only when it is asked for

        yield from measure_lines(library, sys.stderr)


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

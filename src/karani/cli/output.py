"""What a command hands over: text that fits the terminal, JSON, and files that are whole or not there."""

import json
import os
import shutil
import tempfile
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from karani.errors import KaraniError

NARROWEST, WIDEST = 60, 100
GAP = "  "
LONGEST_MARGIN = 13
FURTHER = "    "


class OutputError(KaraniError):
    """A file that cannot be written where it was asked for."""


def print_json(content: Any) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False))


def width() -> int:
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


def wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, width(), initial_indent=indent, subsequent_indent=indent)


def hanging(head: str, text: str) -> str:
    """A paragraph that goes on under itself; under a long head, a little further in than the head."""
    under = len(head) if len(head) <= LONGEST_MARGIN else len(head) - len(head.lstrip()) + len(FURTHER)
    return textwrap.fill(text, width(), initial_indent=head, subsequent_indent=" " * under)


def aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as lines whose columns stand under each other."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        GAP.join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in table
    ]


def clock(seconds: float) -> str:
    """605 s as 10:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and then move it there: never half of it, and nothing when it fails."""
    try:
        _write_whole(path, content)
    except (OSError, ValueError) as error:
        raise OutputError(f"{str(path)!r} cannot be written: {reason_of(error)}.") from None


def _write_whole(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder; name a file")
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o666 & ~current_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def current_umask() -> int:
    """What a file made in the ordinary way would lack; a temporary one is private at first."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason_of(error: OSError | ValueError) -> str:
    said = getattr(error, "strerror", None) or str(error)
    return said[:1].lower() + said[1:]

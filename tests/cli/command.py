"""Running the command in this process, as a person types it."""

import shlex
from dataclasses import dataclass

import pytest

from karani.cli.main import main


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    out: str
    err: str


def karani(line: str | list[str], capsys: pytest.CaptureFixture[str]) -> Said:
    code = main(shlex.split(line) if isinstance(line, str) else line)
    captured = capsys.readouterr()
    return Said(code, captured.out, captured.err)

"""Printing: a template and its content become a PDF that a screen reader can read aloud (PDF/UA-1)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from karani.errors import KaraniError
from karani.handout.faces import FOLDER

TEMPLATES = Path(__file__).parent / "templates"
PAPERS = ("a4", "us-letter")
LEFT_TO_RIGHT = Lock()
"""A typst compiler keeps what it has read between two documents and makes one at a time."""


class HandoutError(KaraniError):
    """A handout that cannot be printed."""


def print_handout(template: str, content: Mapping[str, Any], paper: str = PAPERS[0]) -> bytes:
    """The PDF of `guide` or `practice`. Texts are data: nothing in them is read as markup."""
    if paper not in PAPERS:
        raise HandoutError(f"{paper!r} is not a paper size; {' and '.join(PAPERS)} are.")
    data = json.dumps({**content, "paper": paper}, ensure_ascii=False)
    with LEFT_TO_RIGHT:
        made = compiler_for(template).compile(
            format="pdf", sys_inputs={"content": data}, pdf_standards="ua-1"
        )
    assert isinstance(made, bytes)
    return made


@cache
def compiler_for(template: str) -> typst.Compiler:
    return typst.Compiler(
        input=TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=[FOLDER] if FOLDER.is_dir() else [],
        ignore_system_fonts=True,
    )

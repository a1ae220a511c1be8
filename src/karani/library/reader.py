"""Reading the library: content files become frozen data, or one sentence says what is wrong."""

from functools import cache
from pathlib import Path
from typing import NoReturn

from karani.errors import ContentError
from karani.library.check import find_broken_structure
from karani.library.fields import FieldError
from karani.library.gather import gather
from karani.library.library import Library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.rules.shelf import Shelf
from karani.library.standards import read_standards


def read_library(folder: Path | None = None) -> Library:
    """The library of a content folder, by default the one that comes with Karani; ContentError on the first mistake."""
    return read_packaged() if folder is None else read_folder(folder)


@cache
def read_packaged() -> Library:
    return read_folder(PACKAGED_CONTENT)


def read_folder(content: Path) -> Library:
    library = gather(content, stop)
    broken = next(find_broken_structure(Shelf(library, read_standards(content))), None)
    if broken is not None:
        raise ContentError(str(broken))
    return library


def stop(error: FieldError) -> NoReturn:
    raise error

"""Reading one file of the content folder; a file that cannot be read is a sentence, never a traceback."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from karani.library.fields import FieldError, Fields, read_whole

T = TypeVar("T")


def name_in(content: Path, path: Path) -> str:
    """How a file is named in messages: by its path inside the content folder."""
    return path.relative_to(content).as_posix()


def read_text(content: Path, path: Path) -> str:
    file = name_in(content, path)
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        raise FieldError(file, "", "is missing; every folder of its kind has this file") from None
    except OSError as error:
        raise FieldError(
            file, "", f"cannot be read ({error.strerror}); a plain file would be right"
        ) from None
    except UnicodeDecodeError as error:
        raise FieldError(
            file, "", f"byte {error.start} is not UTF-8; the file saved as UTF-8 would be right"
        ) from None


def read_toml(content: Path, path: Path, read: Callable[[Fields], T]) -> T:
    """Read a whole TOML file with `read`; ContentError names file and field."""
    file = name_in(content, path)
    text = read_text(content, path)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FieldError(
            file, "", f"is not TOML ({str(error)[:120]}); a valid TOML file would be right"
        ) from None
    return read_whole(Fields(file, table), read)

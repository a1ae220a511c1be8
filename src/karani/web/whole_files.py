"""Files that are never half there, also when the process ends in the middle."""

import os
import tempfile
from pathlib import Path
from threading import get_ident


def write_whole(file: Path, content: bytes) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}-{get_ident()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def usable(folder: Path) -> Path:
    """The folder, or one for this run only where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="karani-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="karani-"))

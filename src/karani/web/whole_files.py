"""Files that are never half there, also when the process ends in the middle."""

import os
from pathlib import Path
from threading import get_ident


def write_whole(file: Path, content: bytes) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}-{get_ident()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)

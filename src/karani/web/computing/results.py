"""Results kept in a folder by their key; the longest unused go when the folder grows too large."""

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from karani.web.whole_files import write_whole

DAY_S = 24 * 3600
MOST_BYTES = 200_000_000
LOOK_EVERY = 64
"""After so many new results the folder's size is looked at."""


@dataclass(slots=True)
class Results:
    folder: Path
    most_bytes: int = MOST_BYTES
    written: int = 0

    def find(self, key: str) -> bytes | None:
        file = self.file(key)
        try:
            content = file.read_bytes()
            os.utime(file)  # used: it is not among the oldest any more
        except OSError:
            return None
        return content

    def has(self, key: str) -> bool:
        return self.file(key).is_file()

    def file(self, key: str) -> Path:
        return self.folder / f"{key}.result"

    def one_more(self) -> None:
        """Called after each result that a process has written."""
        self.written += 1
        if self.written % LOOK_EVERY == 0:
            forget_old_results(self.folder, self.most_bytes)


def keep_result(file: Path, content: bytes) -> None:
    """Written whole or not at all. Runs in the computing process."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content)


def forget_old_results(folder: Path, most_bytes: int) -> None:
    yesterday = time.time() - DAY_S
    for draft in folder.glob("*.part"):
        with contextlib.suppress(OSError):
            if draft.stat().st_mtime < yesterday:
                draft.unlink()
    states = [(file, file.stat()) for file in folder.glob("*.result")]
    left = most_bytes
    for file, state in sorted(states, key=lambda each: each[1].st_mtime, reverse=True):
        left -= state.st_size
        if left < 0:
            with contextlib.suppress(OSError):
                file.unlink()

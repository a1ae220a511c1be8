"""What this process and all it started use: memory at most, processor time. Linux only: it reads /proc."""

import os
from pathlib import Path
from threading import Event, Thread
from typing import Self

EVERY_S = 0.25
KB_IN_MB = 1000


class MemoryWatch:
    """Counts shared pages once (proportional set size)."""

    def __init__(self) -> None:
        self.most_mb = 0.0
        self.over = Event()
        self.thread = Thread(target=self._watch)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def _watch(self) -> None:
        while not self.over.wait(EVERY_S):
            held_mb = sum(map(held_kb, family(os.getpid()))) / KB_IN_MB
            self.most_mb = max(self.most_mb, held_mb)


def family(process: int) -> list[int]:
    children = [
        int(child)
        for task in Path(f"/proc/{process}/task").glob("*/children")
        for child in read(task).split()
    ]
    return [process, *(each for child in children for each in family(child))]


def processor_s_of_family() -> float:
    """Of all that run now and of those they have waited for."""
    return sum(map(ticks, family(os.getpid()))) / os.sysconf("SC_CLK_TCK")


def ticks(process: int) -> int:
    after_name = read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return sum(int(count) for count in after_name[11:15])


def held_kb(process: int) -> int:
    lines = read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""

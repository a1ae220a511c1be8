"""Speaking many sentences at once, in processes of their own, in the order in which they are wanted."""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from karani.speech.model import VoiceMissing, rewritten_in
from karani.speech.speaking import Job
from karani.speech.worker import GENTLY, write_job

PROCESSES = 2
WORTH_A_PROCESS = 4  # loading the model takes as long as speaking so many sentences

WORKER = [sys.executable, "-m", "karani.speech.worker"]

Done = Callable[[Job], None]


def speak_side_by_side(jobs: Sequence[Job], on_done: Done, *, gently: bool = False) -> None:
    """Returns when all are spoken and kept; `on_done` is called after each, one at a time. Errors: VoiceMissing.

    What `on_done` raises ends it, after the sentences that are being spoken.
    """
    if not jobs:
        return
    make_model_ready(jobs[0].folder)
    line = Line(deque(jobs), on_done, gently)
    processes = 1 if gently else min(PROCESSES, -(-len(jobs) // WORTH_A_PROCESS))
    with ThreadPoolExecutor(max(1, processes)) as pool:
        for running in as_completed([pool.submit(line.work_off) for _ in range(processes)]):
            running.result()


def make_model_ready(folder: Path) -> None:
    """Once, alone, and in a process that gives the memory back: it takes twice as much as speaking does."""
    if rewritten_in(folder) is None:
        subprocess.run([*WORKER, str(folder)], check=False)  # noqa: S603 - our own program


@dataclass(slots=True)
class Line:
    """Jobs that wait; each process takes the next one."""

    waiting: deque[Job]
    on_done: Done
    gently: bool = False
    lock: Lock = field(default_factory=Lock)

    def work_off(self) -> None:
        worker = [*WORKER, GENTLY] if self.gently else WORKER
        with subprocess.Popen(  # noqa: S603 - our own program
            worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            assert process.stdin is not None
            while (job := self.take()) is not None:
                self.give(process, job)
            process.stdin.close()

    def take(self) -> Job | None:
        with self.lock:
            return self.waiting.popleft() if self.waiting else None

    def give(self, process: "subprocess.Popen[str]", job: Job) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(write_job(job))
            process.stdin.flush()
            said = json.loads(process.stdout.readline() or "{}")
        except (BrokenPipeError, ValueError):
            said = {}
        if "spoken" not in said:
            self.waiting.clear()
            process.kill()
            raise VoiceMissing(said.get("error", "The natural voice stopped in the middle; begin once more."))
        with self.lock:
            self.tell(job)

    def tell(self, job: Job) -> None:
        try:
            self.on_done(job)
        except BaseException:
            self.waiting.clear()
            raise

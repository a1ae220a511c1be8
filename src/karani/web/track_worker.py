"""A process that works for the server: it ends as soon as the server lets go of its line, or is gone itself."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

turn_now: "Synchronized[int] | None" = None
"""In a rendering process: the number of the latest job."""

SIDE_BY_SIDE = 2
"""A track with a voice may take a minute; one without must not wait for it."""


@dataclass(frozen=True, slots=True)
class Worker:
    executor: ProcessPoolExecutor
    line: Connection
    """Our end of a line on which nothing is ever said: the worker waits for it to break."""
    far_end: Connection
    """Kept, because a second process may be started later."""
    turn: "Synchronized[int]"
    """The number of the latest job; what was begun only in advance stops when it is not its own any more."""

    def next_turn(self) -> int:
        with self.turn.get_lock():
            self.turn.value += 1
            return self.turn.value

    def end(self) -> None:
        """At once, also in the middle of a track: files are only ever written whole.

        What waits is told by the pool itself that its processes are gone; a future that was canceled before would make the
        pool's own thread fail over it (CPython 3.11, terminate_broken).
        """
        self.line.close()
        self.far_end.close()
        self.executor.shutdown(wait=False)


def start_worker(polite: int = 0, first: Callable[[], object] = int) -> Worker:
    """`polite`: how far its processes stand back behind others, where the system knows such a thing.

    `first` is what a process does before it is asked for anything.
    """
    context = get_context("spawn")  # a forked copy of a server with threads may hang
    theirs, ours = context.Pipe(duplex=False)
    turn = context.Value("i", 0)
    executor = ProcessPoolExecutor(
        SIDE_BY_SIDE, context, initializer=end_with, initargs=(theirs, turn, polite)
    )
    executor.submit(first)  # starts the process now
    return Worker(executor, ours, theirs, turn)


def end_with(line: Connection, turn: "Synchronized[int]", polite: int) -> None:
    """Runs first in the worker. Ctrl+C in a terminal reaches it too; the server decides what that means."""
    global turn_now  # noqa: PLW0603 - how a pool hands something on to each of its processes
    turn_now = turn
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if polite and hasattr(os, "nice"):
        os.nice(polite)
    Thread(target=wait_for_the_end, args=(line,), daemon=True).start()


def wait_for_the_end(line: Connection) -> None:
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(0)

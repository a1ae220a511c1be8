"""A process that works for the server: it ends as soon as the server lets go of its line, or is gone itself."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

SIDE_BY_SIDE = 2
"""A track with a voice may take a minute; one without must not wait for it."""


@dataclass(frozen=True, slots=True)
class Worker:
    executor: ProcessPoolExecutor
    line: Connection
    """Our end of a line on which nothing is ever said: the worker waits for it to break."""
    far_end: Connection
    """Kept, because a second process may be started later."""

    def end(self) -> None:
        """At once, also in the middle of a track: files are only ever written whole."""
        self.line.close()
        self.far_end.close()
        self.executor.shutdown(wait=False, cancel_futures=True)


def start_worker(polite: int = 0) -> Worker:
    """`polite`: how far its processes stand back behind others, where the system knows such a thing."""
    context = get_context("spawn")  # a forked copy of a server with threads may hang
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(SIDE_BY_SIDE, context, initializer=end_with, initargs=(theirs, polite))
    executor.submit(int)  # starts the process now
    return Worker(executor, ours, theirs)


def end_with(line: Connection, polite: int) -> None:
    """Runs first in the worker. Ctrl+C in a terminal reaches it too; the server decides what that means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if polite and hasattr(os, "nice"):
        os.nice(polite)
    Thread(target=wait_for_the_end, args=(line,), daemon=True).start()


def wait_for_the_end(line: Connection) -> None:
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(0)

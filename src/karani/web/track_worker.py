"""The process that renders: it ends as soon as the server lets go of its line, or is gone itself."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread


@dataclass(frozen=True, slots=True)
class Worker:
    executor: ProcessPoolExecutor
    line: Connection
    """Our end of a line on which nothing is ever said: the worker waits for it to break."""

    def end(self) -> None:
        """At once, also in the middle of a track: files are only ever written whole."""
        self.line.close()
        self.executor.shutdown(wait=False, cancel_futures=True)


def start_worker() -> Worker:
    context = get_context("spawn")  # a forked copy of a server with threads may hang
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(1, context, initializer=end_with, initargs=(theirs,))
    executor.submit(int)  # starts the process now
    theirs.close()
    return Worker(executor, ours)


def end_with(line: Connection) -> None:
    """Runs first in the worker. Ctrl+C in a terminal reaches it too; the server decides what that means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=wait_for_the_end, args=(line,), daemon=True).start()


def wait_for_the_end(line: Connection) -> None:
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(0)

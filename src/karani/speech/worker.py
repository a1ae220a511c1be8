"""A process that speaks (or, given a folder, only makes the model ready in it).

It reads jobs from its input, one a line, keeps what it has spoken, and answers with a line each.

It ends when its input ends, so it never outlives the one who asked. It is started as a program of its own and not as a
copy of its parent, because a process that has onnxruntime's threads in it must not be copied.
"""

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from karani.errors import KaraniError
from karani.speech.model import find_rewritten
from karani.speech.speaking import Job, speak_and_keep

GENTLY = "--gently"
GENTLEST = 19


def main() -> None:
    if sys.argv[1:] == [GENTLY]:
        wait_for_all_else()
    elif len(sys.argv) > 1:
        find_rewritten(Path(sys.argv[1]))
        return
    # Ctrl+C in a terminal reaches this process too; who asked decides what that means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for line in sys.stdin:
            sys.stdout.write(json.dumps(answer(read_job(line))) + "\n")
            sys.stdout.flush()
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more, and nobody would read a complaint


def wait_for_all_else() -> None:
    if hasattr(os, "nice"):
        os.nice(GENTLEST)


def read_job(line: str) -> Job:
    given = json.loads(line)
    return Job(**(given | {"folder": Path(given["folder"])}))


def write_job(job: Job) -> str:
    return json.dumps(asdict(job) | {"folder": str(job.folder)}) + "\n"


def answer(job: Job) -> dict[str, str]:
    try:
        speak_and_keep(job)
    except KaraniError as error:
        return {"error": str(error)}
    except OSError as error:
        return {"error": f"What was spoken cannot be kept in {job.folder}: {error.strerror}."}
    return {"spoken": job.name}


if __name__ == "__main__":
    main()

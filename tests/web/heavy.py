"""Work for the tests of computing; what it writes into a folder tells how often and when it was done."""

import os
import time
from pathlib import Path

from karani.errors import BodyError


def count(folder: Path, name: str) -> bytes:
    with (folder / "done.txt").open("a") as file:
        file.write(f"{name}\n")
    return name.encode()


def wait_for(folder: Path, name: str) -> bytes:
    """Until a file of that name stands in the folder."""
    (folder / f"{name}.begun").touch()
    while not (folder / name).exists():
        time.sleep(0.01)
    return count(folder, name)


def refuse(folder: Path, sentence: str) -> bytes:
    count(folder, "refused")
    raise BodyError(sentence)


def fail() -> bytes:
    raise ZeroDivisionError


def die() -> bytes:
    os._exit(1)

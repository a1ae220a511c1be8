"""A copy of the content to break and mend, and the shelf that a folder makes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from karani.library.gather import gather
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.reader import stop
from karani.library.rules.shelf import Shelf
from karani.library.standards import read_standards


def read_shelf(content: Path) -> Shelf:
    return Shelf(gather(content, stop), read_standards(content))


@dataclass(frozen=True, slots=True)
class Bench:
    """A copied content folder; every change is undone."""

    content: Path

    @contextmanager
    def with_text(self, file: str, text: str) -> Iterator[Path]:
        with self.with_bytes(file, text.encode()) as content:
            yield content

    @contextmanager
    def with_bytes(self, file: str, data: bytes) -> Iterator[Path]:
        path = self.content / file
        before = path.read_bytes()
        path.write_bytes(data)
        try:
            yield self.content
        finally:
            path.write_bytes(before)

    @contextmanager
    def with_change(self, file: str, old: str, new: str) -> Iterator[Path]:
        text = self.text(file)
        assert old in text, f"{file} does not hold {old!r}"
        with self.with_text(file, text.replace(old, new, 1)) as content:
            yield content

    @contextmanager
    def without(self, file: str) -> Iterator[Path]:
        path = self.content / file
        before = path.read_bytes()
        path.unlink()
        try:
            yield self.content
        finally:
            path.write_bytes(before)

    def text(self, file: str) -> str:
        return (self.content / file).read_text(encoding="utf-8")


def copy_content(folder: Path) -> Bench:
    shutil.copytree(PACKAGED_CONTENT, folder)
    return Bench(folder)

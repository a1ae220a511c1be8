"""Checking a content folder: everything that a teacher must mend, each in one sentence."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from karani.library.content_file import name_in, read_text
from karani.library.fields import FieldError
from karani.library.findings import Finding
from karani.library.gather import gather
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.rules.all_rules import (
    FILE_CRAFT,
    POSE_CRAFT,
    POSE_STRUCTURE,
    SHELF_CRAFT,
    SHELF_STRUCTURE,
)
from karani.library.rules.shelf import PoseRule, Shelf, ShelfRule
from karani.library.standards import Standards, read_standards

READ = (".toml", ".md", ".svg")


def check_library(folder: Path | None = None) -> tuple[Finding, ...]:
    """What is to be mended: first what cannot be read, then words and links, then the craft."""
    content = folder or PACKAGED_CONTENT
    errors: list[FieldError] = []
    library = gather(content, errors.append)
    standards = gather_standards(content, errors)
    if errors or standards is None:
        return tuple(Finding(error.file, error.field, error.sentence) for error in errors)
    shelf = Shelf(library, standards)
    return tuple(find_broken_structure(shelf)) or tuple(find_poor_craft(content, shelf))


def gather_standards(content: Path, errors: list[FieldError]) -> Standards | None:
    try:
        return read_standards(content)
    except FieldError as error:
        errors.append(error)
        return None


def find_broken_structure(shelf: Shelf) -> Iterator[Finding]:
    """What would make the library trip over itself; `read_library` refuses it."""
    yield from judge(shelf, POSE_STRUCTURE, SHELF_STRUCTURE)


def find_poor_craft(content: Path, shelf: Shelf) -> Iterator[Finding]:
    yield from judge(shelf, POSE_CRAFT, SHELF_CRAFT)
    for file, text in list_files(content):
        for rule in FILE_CRAFT:
            yield from rule(file, text, shelf)


def list_files(content: Path) -> Iterator[tuple[str, str]]:
    """Every file that the library was read from, with its text."""
    folders = ("poses", "vocabulary", "breathing", "collections")
    paths = (path for folder in folders for path in (content / folder).rglob("*") if path.suffix in READ)
    for path in sorted(paths):
        yield name_in(content, path), read_text(content, path)


def judge(
    shelf: Shelf, pose_rules: Iterable[PoseRule], shelf_rules: Iterable[ShelfRule]
) -> Iterator[Finding]:
    for pose in shelf.library.poses.values():
        for pose_rule in pose_rules:
            yield from pose_rule(pose, shelf)
    for shelf_rule in shelf_rules:
        yield from shelf_rule(shelf)

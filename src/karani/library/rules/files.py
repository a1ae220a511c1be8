"""Rules on files as they were written, before they were read."""

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from karani.library.findings import Finding
from karani.library.rules.shelf import Shelf


def letters_are_composed(file: str, text: str, _: Shelf) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield Finding(
                file, f"line {number}", "has letters and marks apart; the file saved as NFC would be right"
            )


def every_instead_has_its_caution(file: str, text: str, shelf: Shelf) -> Iterator[Finding]:
    path = PurePosixPath(file)
    if path.name != "pose.toml":
        return
    met = {caution.condition for caution in shelf.library.poses[path.parent.name].cautions}
    for condition in tomllib.loads(text).get("instead", {}):
        if condition not in met:
            sentence = "neither a rule nor a caution of this pose concerns it; a condition that has one would be right"
            yield Finding(file, f"instead.{condition}", sentence)


FILE_RULES = (letters_are_composed, every_instead_has_its_caution)

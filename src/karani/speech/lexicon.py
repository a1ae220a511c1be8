"""Words to sounds: our own lexicon first, then the dictionary, then endings, then Sanskrit letters.

The dictionary is misaki's word list for American English (Apache-2.0), about 183,000 words, read from its package as data.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from karani.errors import ContentError
from karani.speech.inflection import pronounce_inflected
from karani.speech.sanskrit import pronounce_sanskrit, spell_without_marks

DICTIONARY_PACKAGE = "misaki.data"
DICTIONARY_FILES = ("us_silver.json", "us_gold.json")  # the second was checked by people and wins


@dataclass(frozen=True, slots=True)
class Heteronym:
    """A word of two sounds: these, when one of `before` follows it, or always when `before` is empty."""

    before: frozenset[str]
    sounds: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    own: Mapping[str, str]
    heteronyms: Mapping[str, tuple[Heteronym, ...]]
    dictionary: Mapping[str, str]

    def find_sounds(self, word: str, following: str) -> str | None:
        """The sounds of `word`, where `following` is the word after it; None for an unknown word."""
        small = word.lower().replace("’", "'")
        for heteronym in self.heteronyms.get(small, ()):
            if not heteronym.before or following.lower() in heteronym.before:
                return heteronym.sounds
        return self.look_up(small) or pronounce_inflected(small, self.look_up) or pronounce_foreign(small)

    def look_up(self, word: str) -> str | None:
        return self.own.get(word) or self.dictionary.get(word)


def pronounce_foreign(word: str) -> str | None:
    """Words with Sanskrit's letters are read by them; a plain unknown word stays unknown."""
    return None if word.isascii() else pronounce_sanskrit(word)


@cache
def read_lexicon(content: Path | None = None) -> Lexicon:
    """The lexicon of a content folder, or our own, and the dictionary. Errors: ContentError when either is damaged."""
    own = read_toml(lexicon_in(content))
    return Lexicon(
        own=dict(spell_out(own["sanskrit"])) | {word: str(sounds) for word, sounds in own["words"].items()},
        heteronyms=collect_heteronyms(own["heteronyms"]),
        dictionary=read_dictionary(),
    )


def spell_out(sanskrit: list[str]) -> Iterator[tuple[str, str]]:
    """Words of IAST with their sounds, in each spelling. Errors: ContentError for a letter that IAST has not."""
    for word in sanskrit:
        sounds = pronounce_sanskrit(word)
        if sounds is None:
            raise ContentError(
                f"lexicon.toml: found {word!r} under sanskrit; the letters of IAST would be right."
            )
        yield word, sounds
        yield from ((plain, sounds) for plain in spell_without_marks(word))


def lexicon_in(content: Path | None) -> Traversable:
    ours = files("karani").joinpath("content", "speech", "lexicon.toml")
    theirs = content / "speech" / "lexicon.toml" if content else ours
    return theirs if theirs.is_file() else ours


def read_toml(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name} in content/speech cannot be read: {error}.") from error


def collect_heteronyms(rows: list[dict[str, Any]]) -> dict[str, tuple[Heteronym, ...]]:
    found: dict[str, tuple[Heteronym, ...]] = {}
    for row in rows:
        entry = Heteronym(before=frozenset(row["before"]), sounds=row["sounds"])
        found[row["word"]] = (*found.get(row["word"], ()), entry)
    return found


def read_dictionary() -> dict[str, str]:
    words: dict[str, str] = {}
    try:
        for name in DICTIONARY_FILES:
            entries = json.loads(files(DICTIONARY_PACKAGE).joinpath(name).read_text(encoding="utf-8"))
            words.update({word: sounds for word, entry in entries.items() if (sounds := first_sounds(entry))})
    except (ModuleNotFoundError, OSError, ValueError) as error:
        raise ContentError(f"The dictionary of spoken words is missing ({error}); install misaki.") from error
    return words


def first_sounds(entry: str | dict[str, str | None]) -> str | None:
    """An entry is the sounds, or sounds by part of speech with a usual one."""
    return entry if isinstance(entry, str) else entry.get("DEFAULT")

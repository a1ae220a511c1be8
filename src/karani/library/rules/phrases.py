"""Finding whole words and phrases in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from karani.library.standards import Unwanted


def find_unwanted(text: str, unwanted: Iterable[Unwanted]) -> Iterator[tuple[str, str]]:
    """Each unwanted phrase that stands in a text, with what to say in its place."""
    for group in unwanted:
        for found in pattern_of(group.words).findall(text):
            yield found, group.say


def holds_any(text: str, phrases: tuple[str, ...]) -> bool:
    return pattern_of(phrases).search(text) is not None


@lru_cache(maxsize=256)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)

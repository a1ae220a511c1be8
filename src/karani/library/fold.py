"""Letters as they are typed: without diacritics, small, with where each came from."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """ "Viparīta Karaṇī" as "viparita karani"."""
    return fold_with_origins(text)[0]


@lru_cache(maxsize=4096)
def fold_with_origins(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded letters, and for each the place in `text` of the letter that it came from."""
    letters: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(part):
                letters.append(part)
                origins.append(place)
    return "".join(letters), tuple(origins)

"""Endings that a dictionary leaves out: palms from palm, softened from soften, lengthening from lengthen."""

from collections.abc import Callable, Iterator

VOICELESS = frozenset("ptkfθ")
HISSING = frozenset("szʃʒʧʤ")
MIDDLE_T = frozenset("AIOWYiuæɑəɛɪɹɔʊʌ")


def pronounce_inflected(word: str, look_up: Callable[[str], str | None]) -> str | None:
    """Sounds of a word with an ending, from those of its stem; None when no stem is known."""
    for stem, ending in list_stems(word):
        sounds = look_up(stem)
        if sounds is not None:
            return attach(sounds, ending)
    return None


def list_stems(word: str) -> Iterator[tuple[str, str]]:
    """Possible stems, likeliest first, with the ending that was taken off."""
    if word.endswith(("'s", "’s")):
        yield word[:-2], "s"
    if word.endswith("ies"):
        yield word[:-3] + "y", "s"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"
    if word.endswith("ied"):
        yield word[:-3] + "y", "ed"
    for letters, ending in (("ed", "ed"), ("ing", "ing"), ("er", "er"), ("est", "est"), ("ly", "ly")):
        if word.endswith(letters):
            stem = word[: -len(letters)]
            yield stem, ending
            yield stem + "e", ending
            if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - a doubled last letter
                yield stem[:-1], ending


def attach(sounds: str, ending: str) -> str:
    last = sounds[-1]
    if ending == "s":
        return sounds + ("ᵻz" if last in HISSING else "s" if last in VOICELESS else "z")
    if ending == "ed":
        return sounds + ("ᵻd" if last in "td" else "t" if last in VOICELESS | {"s", "ʃ", "ʧ"} else "d")
    return sounds + {"ing": "ɪŋ", "er": "əɹ", "est": "əst", "ly": "li"}[ending]

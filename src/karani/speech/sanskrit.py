"""Sanskrit in Latin letters (IAST) to sounds: each letter has one, and the stress follows the weight of the syllables.

The stress falls on the last heavy syllable before the last one, at most four from the end; a syllable is heavy when its
vowel is long or two consonants follow (the rule for classical Sanskrit, Whitney, Sanskrit Grammar, sections 92-95, and usage).
"""

import unicodedata
from itertools import product

VOWELS = {
    "a": "ə", "ā": "ɑ", "i": "ɪ", "ī": "i", "u": "ʊ", "ū": "u", "ṛ": "ɹɪ", "ṝ": "ɹi", "ḷ": "lɪ",
    "e": "A", "ai": "I", "o": "O", "au": "W",
}  # fmt: skip
LONG = {"ā", "ī", "ū", "ṝ", "e", "ai", "o", "au"}
CONSONANTS = {
    "k": "k", "kh": "k", "g": "ɡ", "gh": "ɡ", "ṅ": "ŋ", "c": "ʧ", "ch": "ʧ", "j": "ʤ", "jh": "ʤ", "ñ": "n",
    "ṭ": "t", "ṭh": "t", "ḍ": "d", "ḍh": "d", "ṇ": "n", "t": "t", "th": "t", "d": "d", "dh": "d", "n": "n",
    "p": "p", "ph": "p", "b": "b", "bh": "b", "m": "m", "y": "j", "r": "ɹ", "l": "l", "v": "v", "ś": "ʃ",
    "ṣ": "ʃ", "s": "s", "h": "h", "ṃ": "m", "ḥ": "h",
}  # fmt: skip
STRESSED = {"a": "ʌ"}  # a voice for English has no stress on its weakest vowel
FARTHEST_STRESS = 4
WITHOUT_MARKS = {"ś": ("s", "sh"), "ṣ": ("s", "sh"), "c": ("c", "ch"), "ṛ": ("r", "ri")}
"""Letters that are written in more than one way where the marks are left out."""


def pronounce_sanskrit(word: str) -> str | None:
    """The sounds of one IAST word with its main stress, or None if it holds a letter that IAST has not."""
    letters = split_letters(unicodedata.normalize("NFC", word.lower()))
    if letters is None or not any(letter in VOWELS for letter in letters):
        return None
    stressed = find_stress(letters)
    sounds = [
        f"ˈ{STRESSED.get(letter, VOWELS[letter])}" if index == stressed else (VOWELS | CONSONANTS)[letter]
        for index, letter in enumerate(letters)
    ]
    # A doubled consonant is held longer in Sanskrit; said twice it would stumble.
    return "".join(sound for sound, before in zip(sounds, ["", *sounds], strict=False) if sound != before)


def spell_without_marks(word: str) -> set[str]:
    """How a word of IAST is written where its marks are left out: śīrṣa is sirsa and shirsha."""
    used = [letter for letter in WITHOUT_MARKS if letter in word]
    ways = product(*(WITHOUT_MARKS[letter] for letter in used))
    chosen = [dict(zip(used, way, strict=True)) for way in ways]
    return {drop_marks("".join(instead.get(letter, letter) for letter in word)) for instead in chosen}


def drop_marks(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def split_letters(word: str) -> tuple[str, ...] | None:
    letters: list[str] = []
    while word:
        letter = next((word[:size] for size in (2, 1) if word[:size] in VOWELS | CONSONANTS), None)
        if letter is None:
            return None
        letters.append(letter)
        word = word[len(letter) :]
    return tuple(letters)


def find_stress(letters: tuple[str, ...]) -> int:
    """The index of the vowel that carries the stress."""
    vowels = [index for index, letter in enumerate(letters) if letter in VOWELS]
    candidates = vowels[-FARTHEST_STRESS:-1] or vowels
    heavy = [index for index in candidates if is_heavy(letters, index)]
    return heavy[-1] if heavy else candidates[0]


def is_heavy(letters: tuple[str, ...], index: int) -> bool:
    following = letters[index + 1 : index + 3]
    closed = len(following) > 1 and all(letter in CONSONANTS for letter in following)
    return letters[index] in LONG or closed or following[:1] in (("ṃ",), ("ḥ",))

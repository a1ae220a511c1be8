"""How easily a text is read: Flesch's reading ease, 206.835 - 1.015 words/sentence - 84.6 syllables/word.

Source: Flesch R. A new readability yardstick. J Appl Psychol 32(3):221-233, 1948. Syllables are counted as groups of vowels
without a silent e, as is usual; a count of this kind is right for about nine words of ten.
"""

import re

from karani.library.fold import fold

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
END_OF_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_E = re.compile(r"[^aeiouyl]e$")


def measure_reading_ease(text: str) -> float:
    """0 and less is hard, 60 plain, 100 very easy. A text without a word is easy."""
    words = WORD.findall(text)
    if not words:
        return 100.0
    sentences = max(1, len(END_OF_SENTENCE.findall(text)))
    syllables = sum(map(count_syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def count_syllables(word: str) -> int:
    folded = fold(word)
    silent = 1 if SILENT_E.search(folded) else 0
    return max(1, len(VOWELS.findall(folded)) - silent)

"""Devanagari and IAST are two spellings of one name: each pose's must be the same, letter by letter."""

import unicodedata
from itertools import pairwise

import pytest

from karani.library import Pose, read_library

VOWELS = dict(zip("a ā i ī u ū ṛ e ai o au".split(), "अ आ इ ई उ ऊ ऋ ए ऐ ओ औ".split(), strict=True))
SIGNS = dict(zip("ā i ī u ū ṛ e ai o au".split(), "ा ि ी ु ू ृ े ै ो ौ".split(), strict=True)) | {"a": ""}
CONSONANTS = dict(
    zip(
        "k kh g gh ṅ c ch j jh ñ ṭ ṭh ḍ ḍh ṇ t th d dh n p ph b bh m y r l v ś ṣ s h".split(),
        "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह".split(),
        strict=True,
    )
)
VIRAMA = "्"
NUMERALS = {"II": "२"}
NAMED = [pose for pose in read_library().poses.values() if pose.sanskrit_name]


@pytest.mark.parametrize("pose", NAMED, ids=lambda pose: pose.slug)
def test_devanagari_spells_the_sanskrit_name(pose: Pose) -> None:
    assert pose.devanagari == " ".join(spelled(word) for word in pose.sanskrit_name.split())


@pytest.mark.parametrize("pose", NAMED, ids=lambda pose: pose.slug)
def test_every_word_of_the_meaning_is_heard_in_the_name(pose: Pose) -> None:
    """Up to its last vowel, which melts into the next word, and that word's first."""
    heard = plain(pose.sanskrit_name.replace(" ", ""))
    for word in pose.meaning:
        assert plain(word.word)[1:-1] in heard, word.word


def spelled(word: str) -> str:
    if word in NUMERALS:
        return NUMERALS[word]
    letters = list_letters(unicodedata.normalize("NFC", word.lower()))
    written = ""
    for before, letter in pairwise(["", *letters]):
        if letter in CONSONANTS:
            written += (VIRAMA if before in CONSONANTS else "") + CONSONANTS[letter]
        else:
            written += SIGNS[letter] if before in CONSONANTS else VOWELS[letter]
    return written + (VIRAMA if letters[-1] in CONSONANTS else "")


def list_letters(word: str) -> list[str]:
    """Letters of the alphabet; two signs of Latin where they stand for one sound."""
    letters, rest = [], word
    known = VOWELS | CONSONANTS
    while rest:
        letter = rest[:2] if rest[:2] in known else rest[:1]
        letters.append(letter)
        rest = rest[len(letter) :]
    return letters


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

"""A sentence to the sounds a voice reads, with its punctuation; unknown words are found, never guessed in silence."""

from karani.speech.lexicon import Lexicon
from karani.speech.words import is_word, split_words, write_out

VOWEL_SOUNDS = frozenset("AIOQWYaɑæɒəɚɛɜiɪɔuʊʌᵻ")
STRESS_MARKS = "ˈˌ"


def pronounce(text: str, lexicon: Lexicon) -> str:
    """Sounds of a text. A word that nobody knows is left out: `find_unknown` names it beforehand."""
    tokens = split_words(write_out(text))
    sounds = [sounds_at(tokens, index, lexicon) for index in range(len(tokens))]
    joined = ""
    for token, sound in zip(tokens, soften(tokens, sounds), strict=True):
        joined += f" {sound}" if is_word(token) and sound else token if not is_word(token) else ""
    return joined.strip()


def find_unknown(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a text that have no known pronunciation."""
    tokens = split_words(write_out(text))
    return tuple(
        token
        for index, token in enumerate(tokens)
        if is_word(token) and not sounds_at(tokens, index, lexicon)
    )


def sounds_at(tokens: tuple[str, ...], index: int, lexicon: Lexicon) -> str:
    if not is_word(tokens[index]):
        return tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    return lexicon.find_sounds(tokens[index], following) or ""


def soften(tokens: tuple[str, ...], sounds: list[str]) -> list[str]:
    """The small words as they are in running speech: "the wall" has another "the" than "the arms"."""
    return [
        soften_word(token.lower(), sound, sounds[index + 1] if index + 1 < len(sounds) else "")
        for index, (token, sound) in enumerate(zip(tokens, sounds, strict=True))
    ]


def soften_word(word: str, sound: str, following: str) -> str:
    before_vowel = following.lstrip(STRESS_MARKS)[:1] in VOWEL_SOUNDS
    match word:
        case "the":
            return "ði" if before_vowel else "ðə"
        case "to":
            return "tʊ" if before_vowel else "tə" if following and following.isalpha() else sound
        case "a":
            return "ɐ"
        case "an":
            return "ən"
        case _:
            return sound

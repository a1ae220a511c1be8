"""How cues and texts of the library are to be written; the measures stand in two vocabulary files."""

from dataclasses import dataclass
from pathlib import Path

from karani.library.content_file import read_toml
from karani.library.fields import Fields

MOST_WORDS = 1000
EASIEST = 130


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Words that are not used, and what to say in their place."""

    words: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True)
class TooStrong(Unwanted):
    """Words that these grades do not carry."""

    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueRules:
    most_words_in_a_sentence: int
    most_sentences_in_a_cue: int
    seconds_per_word: float
    not_said: tuple[Unwanted, ...]


@dataclass(frozen=True, slots=True)
class TextRules:
    summary_most_words: int
    guide_words: tuple[float, float]
    tips_count: tuple[float, float]
    mistakes_count: tuple[float, float]
    reading_ease: tuple[float, float]
    hedges: dict[str, tuple[str, ...]]
    """By grade: a benefit of this grade says at least one of these."""
    too_strong: tuple[TooStrong, ...]
    not_written: tuple[Unwanted, ...]


@dataclass(frozen=True, slots=True)
class Standards:
    cues: CueRules
    texts: TextRules


def read_standards(content: Path) -> Standards:
    return Standards(
        cues=read_toml(content, content / "vocabulary" / "cue_rules.toml", read_cue_rules),
        texts=read_toml(content, content / "vocabulary" / "text_rules.toml", read_text_rules),
    )


def read_cue_rules(fields: Fields) -> CueRules:
    return CueRules(
        most_words_in_a_sentence=fields.whole("most_words_in_a_sentence", 1, MOST_WORDS),
        most_sentences_in_a_cue=fields.whole("most_sentences_in_a_cue", 1, MOST_WORDS),
        seconds_per_word=fields.number("seconds_per_word", 0, 10),
        not_said=fields.each("not_said", read_unwanted),
    )


def read_text_rules(fields: Fields) -> TextRules:
    hedges = fields.required_table("hedges")
    return TextRules(
        summary_most_words=fields.whole("summary_most_words", 1, MOST_WORDS),
        guide_words=fields.span("guide_words", 0, MOST_WORDS),
        tips_count=fields.span("tips_count", 0, MOST_WORDS),
        mistakes_count=fields.span("mistakes_count", 0, MOST_WORDS),
        reading_ease=fields.span("reading_ease", 0, EASIEST),
        hedges={grade: hedges.texts(grade) for grade in hedges.names()},
        too_strong=fields.each("too_strong", read_too_strong),
        not_written=fields.each("not_written", read_unwanted),
    )


def read_unwanted(fields: Fields) -> Unwanted:
    return Unwanted(words=fields.texts("words"), say=fields.text("say"))


def read_too_strong(fields: Fields) -> TooStrong:
    return TooStrong(words=fields.texts("words"), say=fields.text("say"), grades=fields.texts("grades"))

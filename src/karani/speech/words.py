"""Text to words that can be looked up: numbers, times and abbreviations are written out, punctuation kept apart."""

import re
import unicodedata

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
ABBREVIATIONS = {
    "cm": "centimeters",
    "m": "meters",
    "mm": "millimeters",
    "kg": "kilograms",
    "min": "minutes",
    "s": "seconds",
    "e.g.": "for example",
    "i.e.": "that is",
    "%": "percent",
    "°": "degrees",
    "&": "and",
    "mmHg": "millimeters of mercury",
}
RATIO = re.compile(r"(?<!\d)(\d{1,2}):(\d{1,2})(?!\d)")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNIT = re.compile(r"(?<=\d)\s*(mmHg|cm|mm|kg|min|m|s|%|°)(?![A-Za-z])")
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[,.?!;:…—]")
LARGEST = 999_999


def write_out(text: str) -> str:
    """The same text without digits or abbreviations: "4:8" is "four to eight", "26 cm" is "twenty-six centimeters"."""
    text = unicodedata.normalize("NFC", text)
    text = RATIO.sub(lambda found: f"{found[1]} to {found[2]}", text)
    text = UNIT.sub(lambda found: f" {ABBREVIATIONS[found[1]]}", text)
    text = NUMBER.sub(lambda found: say_number(found[0]), text)
    for short in ("e.g.", "i.e.", "&"):
        text = text.replace(short, ABBREVIATIONS[short])
    return text.replace("-", " ").replace("–", ", ").replace("/", " or ")


def say_number(digits: str) -> str:
    whole, _, part = digits.partition(".")
    said = say_whole(int(whole)) if int(whole) <= LARGEST else " ".join(SMALL[int(digit)] for digit in whole)
    return f"{said} point {' '.join(SMALL[int(digit)] for digit in part)}" if part else said


def say_whole(number: int) -> str:
    if number < len(SMALL):
        return SMALL[number]
    if number < 100:  # noqa: PLR2004 - counting in tens
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f" {SMALL[ones]}" if ones else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{say_whole(many)} {name}" + (f" {say_whole(rest)}" if rest else "")
    raise AssertionError(number)


def split_words(text: str) -> tuple[str, ...]:
    """Words and punctuation in order, of a text that is written out."""
    return tuple(TOKEN.findall(text))


def is_word(token: str) -> bool:
    return token[0].isalpha()

"""A Sanskrit name to sounds: our lexicon where usage differs, else letter by letter."""

from karani.speech.lexicon import Lexicon
from karani.speech.sanskrit import pronounce_sanskrit


def pronounce_name(sanskrit_name: str, lexicon: Lexicon) -> str:
    """Sounds of a name in IAST; "" for none or for letters that IAST has not."""
    words = [lexicon.own.get(word.lower()) or pronounce_sanskrit(word) for word in sanskrit_name.split()]
    return " ".join(word for word in words if word) if all(words) else ""

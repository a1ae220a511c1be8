"""A cue to its sentences: each is spoken, and kept, for itself."""

import re

END = re.compile(r"(?<=[.?!])\s+")


def split_sentences(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in END.split(text) if part.strip())

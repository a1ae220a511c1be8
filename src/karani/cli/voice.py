"""Voices on the command line."""

import sys

from karani.cli.parser import UsageError
from karani.sound import SILENT, find_usual_voice
from karani.speech.model import list_voices


def voice_names() -> str:
    return ", ".join([SILENT, *(voice.slug for voice in list_voices())])


def known_voice(wished: str | None) -> str | None:
    if wished is not None and wished not in {SILENT, *(voice.slug for voice in list_voices())}:
        raise UsageError(f"{wished!r} is not a voice; voices are {voice_names()}.")
    return wished


def tell_missing_voice(wished: str | None) -> None:
    """One sentence where the natural voice was not wished away and cannot be had."""
    missing = find_usual_voice()[1]
    if missing and wished != SILENT:
        print(missing, file=sys.stderr, flush=True)

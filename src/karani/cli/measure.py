"""`karani check --voice`: every voice says every line at both ends of its speeds, and each is measured."""

from collections.abc import Iterator
from functools import partial
from typing import TextIO

from karani.library import Finding, Library
from karani.sound.rate import SAMPLE_RATE
from karani.speech.check import find_too_long, list_said
from karani.speech.length import FITTED_SPEED
from karani.speech.model import list_voices
from karani.speech.natural import SLOWEST, NaturalVoice
from karani.storage.spoken_folder import spoken_folder


def measure_lines(library: Library, tell: TextIO) -> Iterator[Finding]:
    texts = [said.text for said in list_said(library) if said.line is not None]
    for entry in list_voices():
        voices = {
            speed: NaturalVoice(entry.slug, spoken_folder(), speed) for speed in (FITTED_SPEED, SLOWEST)
        }
        for speed, voice in voices.items():
            tell.write(f"The {entry.name.lower()} voice says {len(texts)} lines at {speed:g}.\n")
            voice.prepare(texts)
        yield from find_too_long(library, partial(seconds_of, voices))


def seconds_of(voices: dict[float, NaturalVoice], text: str, speed: float) -> float:
    return len(voices[speed].speak(text)) / SAMPLE_RATE

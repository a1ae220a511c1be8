"""`karani check --voice`: how long every voice takes for every line at both ends of its speeds."""

from collections.abc import Iterator
from typing import TextIO

from karani.library import Finding, Library
from karani.speech.check import find_too_long, list_said
from karani.speech.model import list_voices
from karani.speech.timing import Timing
from karani.storage.spoken_folder import spoken_folder


def measure_lines(library: Library, tell: TextIO) -> Iterator[Finding]:
    count = sum(said.line is not None for said in list_said(library))
    for entry in list_voices():
        tell.write(f"The {entry.name.lower()} voice: {count} lines.\n")
        yield from find_too_long(library, Timing(entry.slug, spoken_folder()).measure)

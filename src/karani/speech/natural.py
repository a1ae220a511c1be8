"""The natural voice: speaks each sentence once, keeps it, and can speak many side by side beforehand."""

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from karani.speech.cache import find_spoken, is_spoken, name_of
from karani.speech.lexicon import Lexicon, read_lexicon
from karani.speech.model import RATE, Samples, VoiceMissing, check_installed, find_voice, read_entry
from karani.speech.name import pronounce_name
from karani.speech.pronounce import pronounce
from karani.speech.sentences import split_sentences
from karani.speech.side_by_side import speak_side_by_side
from karani.speech.speaking import Job

BETWEEN_SENTENCES_S = 0.45
SLOWEST, FASTEST = 0.7, 1.2

ENDS = (".", "?", "!")

Progress = Callable[[int, int], None]
"""How many sentences are spoken, and of how many."""


class NaturalVoice:
    """One of the voices of content/speech/model.toml, at a speed, with a folder for what it has said.

    Errors: VoiceMissing, in one sentence, where the voice is unknown or not installed.
    """

    def __init__(self, slug: str, folder: Path, speed: float | None = None) -> None:
        self.entry = find_voice(slug)
        check_installed(self.entry)
        self.folder = folder
        self.speed = min(FASTEST, max(SLOWEST, speed or usual_speed()))

    @property
    def name(self) -> str:
        return self.entry.name

    def speak(self, text: str) -> Samples:
        """Samples of a cue: its sentences with a short breath between them. Empty text gives none."""
        return join([self._said(job) for job in self._jobs(text)])

    def speak_kept(self, text: str) -> Samples:
        """The same where all of it was spoken before; else none."""
        pieces = [find_spoken(self.folder, job.name) for job in self._jobs(text)]
        known = [piece for piece in pieces if piece is not None]
        return join(known if len(known) == len(pieces) else [])

    def has_said(self, text: str) -> bool:
        return all(is_spoken(self.folder, job.name) for job in self._jobs(text))

    def speak_name(self, sanskrit_name: str) -> Samples:
        """A Sanskrit name by itself; none where its letters are not those of IAST."""
        sounds = pronounce_name(sanskrit_name, read_lexicon())
        return self._said(self._job(end(sounds))) if sounds else join([])

    def prepare(
        self, texts: Iterable[str], on_progress: Progress | None = None, *, gently: bool = False
    ) -> None:
        """Speak what is not kept yet, in this order, side by side in processes of their own.

        `on_progress` is asked before the first and after each; what it raises ends the speaking. `gently` leaves the
        machine to others: one process, which waits for all else.
        """
        jobs = {job.name: job for text in texts for job in self._jobs(text)}
        missing = [job for job in jobs.values() if not is_spoken(self.folder, job.name)]
        done = len(jobs) - len(missing)

        def count(job: Job | None) -> None:
            nonlocal done
            done += job is not None
            if on_progress:
                on_progress(done, len(jobs))

        count(None)
        speak_side_by_side(missing, count, gently=gently)

    def _jobs(self, text: str) -> list[Job]:
        return [self._job(sounds) for sounds in list_sounds(text, read_lexicon())]

    def _job(self, sounds: str) -> Job:
        name = name_of(sounds, self.entry.sha256, self.speed, str(read_entry()["version"]))
        return Job(sounds, self.entry.slug, self.speed, self.folder, name)

    def _said(self, job: Job) -> Samples:
        kept = find_spoken(self.folder, job.name)
        if kept is None:
            speak_side_by_side([job], lambda _: None)
            kept = find_spoken(self.folder, job.name)
        if kept is None:
            raise VoiceMissing(f"What was spoken could not be kept in {self.folder}.")
        return kept


def list_sounds(text: str, lexicon: Lexicon) -> list[str]:
    """The sounds of each sentence."""
    return [end(pronounce(sentence, lexicon)) for sentence in split_sentences(text)]


def end(sounds: str) -> str:
    """The last two symbols are taken for silence: a full stop and the end."""
    return sounds if sounds.endswith(ENDS) else f"{sounds}."


def usual_speed() -> float:
    return float(read_entry()["usual_speed"])


def join(pieces: list[Samples]) -> Samples:
    gap = np.zeros(int(BETWEEN_SENTENCES_S * RATE), dtype=np.float32)
    joined = [part for piece in pieces for part in (piece, gap)][:-1]
    return np.concatenate(joined) if joined else gap[:0]

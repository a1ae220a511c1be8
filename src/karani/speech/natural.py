"""The natural voice: speaks each sentence once, keeps it, and can speak many side by side beforehand."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from karani.speech.cache import find_spoken, name_of, save_spoken
from karani.speech.level import fade, level, trim
from karani.speech.lexicon import read_lexicon
from karani.speech.model import Model, Samples, find_voice, read_entry, read_style
from karani.speech.pronounce import pronounce
from karani.speech.sentences import split_sentences

BETWEEN_SENTENCES_S = 0.45
WORKERS = 2
SLOWEST, FASTEST = 0.7, 1.2

Progress = Callable[[int, int], None]


class NaturalVoice:
    """One of the voices of content/speech/model.toml, at a speed, with a folder for what it has said."""

    def __init__(self, slug: str, folder: Path, speed: float | None = None) -> None:
        self.entry = find_voice(slug)
        self.folder = folder
        self.speed = min(FASTEST, max(SLOWEST, speed or float(read_entry()["usual_speed"])))
        self.rate = int(read_entry()["sample_rate_hz"])

    @property
    def name(self) -> str:
        return self.entry.name

    def speak(self, text: str) -> Samples:
        """Samples of a cue: its sentences with a short breath between them. Empty text gives none."""
        pieces = [self.speak_sentence(sentence) for sentence in split_sentences(text)]
        gap = np.zeros(int(BETWEEN_SENTENCES_S * self.rate), dtype=np.float32)
        joined = [part for piece in pieces for part in (piece, gap)][:-1]
        return np.concatenate(joined) if joined else gap[:0]

    def speak_sentence(self, sentence: str) -> Samples:
        sounds = pronounce(sentence, read_lexicon())
        name = self.name_of(sounds)
        kept = find_spoken(self.folder, name)
        return (
            kept if kept is not None else speak_anew(sounds, self.entry.slug, self.speed, self.folder, name)
        )

    def name_of(self, sounds: str) -> str:
        return name_of(sounds, self.entry.sha256, self.speed, str(read_entry()["version"]))

    def prepare(self, texts: Iterable[str], on_progress: Progress | None = None) -> None:
        """Speak every sentence that is not kept yet, side by side in processes of their own."""
        missing = self.list_missing(texts)
        if not missing:
            return
        # spawn: a process that has onnxruntime's threads in it must not be forked
        with ProcessPoolExecutor(min(WORKERS, len(missing)), mp_context=get_context("spawn")) as pool:
            jobs = [
                pool.submit(speak_and_keep, sounds, self.entry.slug, self.speed, self.folder, name)
                for name, sounds in sorted(missing.items(), key=lambda item: -len(item[1]))
            ]
            for done, job in enumerate(as_completed(jobs), start=1):
                job.result()
                if on_progress:
                    on_progress(done, len(jobs))

    def list_missing(self, texts: Iterable[str]) -> dict[str, str]:
        sentences = {sentence for text in texts for sentence in split_sentences(text)}
        named = {
            self.name_of(sounds): sounds for sounds in (pronounce(text, read_lexicon()) for text in sentences)
        }
        return {name: sounds for name, sounds in named.items() if find_spoken(self.folder, name) is None}


@cache
def load_model() -> Model:
    return Model()


def speak_anew(sounds: str, voice: str, speed: float, folder: Path, name: str) -> Samples:
    rate = int(read_entry()["sample_rate_hz"])
    raw = load_model().speak(sounds, read_style(voice), speed)
    samples = fade(level(trim(raw, rate), rate), rate)
    save_spoken(folder, name, samples, rate)
    # what is kept has 16 bits: the first time must sound, and be, the same as the second
    kept = find_spoken(folder, name)
    return samples if kept is None else kept


def speak_and_keep(sounds: str, voice: str, speed: float, folder: Path, name: str) -> None:
    speak_anew(sounds, voice, speed, folder, name)

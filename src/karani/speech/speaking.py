"""One sentence from sounds to samples that are kept."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from karani.speech.cache import find_spoken, save_spoken
from karani.speech.level import fade, level, trim
from karani.speech.model import RATE, Model, Samples, read_style


@dataclass(frozen=True, slots=True)
class Job:
    """Sounds, who says them and how fast, and the name under which they are kept in a folder."""

    sounds: str
    voice: str
    speed: float
    folder: Path
    name: str


def speak_and_keep(job: Job) -> Samples:
    """What another process has kept meanwhile is not spoken again."""
    kept = find_spoken(job.folder, job.name)
    return speak(job) if kept is None else kept


def speak(job: Job) -> Samples:
    samples = fade(
        level(trim(load_model(job.folder).speak(job.sounds, read_style(job.voice), job.speed), RATE), RATE),
        RATE,
    )
    save_spoken(job.folder, job.name, samples, RATE)
    # What is kept has 16 bits: the first time must sound, and be, the same as the second.
    kept = find_spoken(job.folder, job.name)
    return samples if kept is None else kept


@cache
def load_model(folder: Path) -> Model:
    return Model(folder)

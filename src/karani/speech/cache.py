"""Spoken sentences are kept as files, named by everything that shapes them: text, voice, speed, model, this code."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import soundfile

from karani.speech.model import VOICES_FOLDER, Samples

VERSION = "5"  # of how sounds are made from text; raise it when pronunciation, trimming or level change

SPOKEN_AT_SETUP = "spoken"  # beside the voices


def name_of(sounds: str, voice: str, speed: float, model: str) -> str:
    key = "\0".join((VERSION, model, voice, f"{speed:.3f}", sounds))
    return hashlib.sha256(key.encode()).hexdigest()


def is_spoken(folder: Path, name: str) -> bool:
    return any(path.exists() for path in places_of(folder, name))


def places_of(folder: Path, name: str) -> tuple[Path, Path]:
    """Spoken on this machine since, or when Karani was set up."""
    return path_of(folder, name), path_of(VOICES_FOLDER / SPOKEN_AT_SETUP, name)


def path_of(folder: Path, name: str) -> Path:
    return folder / name[:2] / f"{name}.flac"


def find_spoken(folder: Path, name: str) -> Samples | None:
    for path in places_of(folder, name):
        with suppress(OSError, soundfile.LibsndfileError):
            samples, _ = soundfile.read(path, dtype="float32")
            return np.asarray(samples, dtype=np.float32)
    return None


def save_spoken(folder: Path, name: str, samples: Samples, rate: int) -> None:
    """Written beside and then renamed, so that two processes may speak the same sentence at once."""
    path = path_of(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{name}-{os.getpid()}.flac")
    soundfile.write(beside, samples, rate, format="FLAC", subtype="PCM_16")
    beside.replace(path)

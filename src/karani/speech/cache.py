"""Spoken sentences are kept as files, named by everything that shapes them: text, voice, speed, model, this code."""

import hashlib
import os
from pathlib import Path

import numpy as np
import soundfile

from karani.speech.model import Samples

VERSION = "4"  # of how sounds are made from text; raise it when pronunciation, trimming or level change


def name_of(sounds: str, voice: str, speed: float, model: str) -> str:
    key = "\0".join((VERSION, model, voice, f"{speed:.3f}", sounds))
    return hashlib.sha256(key.encode()).hexdigest()


def is_spoken(folder: Path, name: str) -> bool:
    return path_of(folder, name).exists()


def path_of(folder: Path, name: str) -> Path:
    return folder / name[:2] / f"{name}.flac"


def find_spoken(folder: Path, name: str) -> Samples | None:
    try:
        samples, _ = soundfile.read(path_of(folder, name), dtype="float32")
    except (OSError, soundfile.LibsndfileError):
        return None
    return np.asarray(samples, dtype=np.float32)


def save_spoken(folder: Path, name: str, samples: Samples, rate: int) -> None:
    """Written beside and then renamed, so that two processes may speak the same sentence at once."""
    path = path_of(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{name}-{os.getpid()}.flac")
    soundfile.write(beside, samples, rate, format="FLAC", subtype="PCM_16")
    beside.replace(path)

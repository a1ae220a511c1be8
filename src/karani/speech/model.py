"""The voice model: found among the installed packages, checked by its sum, run by onnxruntime.

Kokoro-82M reads sounds (symbols of symbols.toml) and a voice's style, and gives samples at 24 kHz, which are handed on at
RATE. Weights: hexgrad, Apache-2.0. Speed: docs/models/voice.md.
"""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.errors import KaraniError
from karani.speech.lexicon import read_toml

STYLE_SIZE = 256
REWRITING = 3  # of graph.py; raise it when the rewritten model changes
RATE = 16_000  # that of the track
SUM_SHOWN = 16  # of its own sum, in the name of the rewritten model
UP, DOWN = 2, 3  # from the model's 24 kHz
REACH, KAISER = 30, 5.0  # the low-pass between them: samples to each side, and how softly it ends
CONTENT = files("karani").joinpath("content", "speech")
VOICES_FOLDER = Path(str(files("karani").joinpath("static", "voices")))

Samples = NDArray[np.float32]


class VoiceMissing(KaraniError):  # noqa: N818 - it reads as the sentence it makes
    """The natural voice cannot be used on this machine; tones and captions can."""


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    slug: str
    name: str
    file: str
    sha256: str


@cache
def read_entry() -> dict[str, Any]:
    return read_toml(CONTENT.joinpath("model.toml"))


@cache
def list_voices() -> tuple[VoiceEntry, ...]:
    return tuple(VoiceEntry(**voice) for voice in read_entry()["voices"])


@cache
def read_symbols() -> dict[str, int]:
    return {
        symbol: int(number)
        for symbol, number in read_toml(CONTENT.joinpath("symbols.toml"))["symbols"].items()
    }


def read_model_bytes() -> bytes:
    """The model, joined from its packages. Errors: VoiceMissing when a part is absent or the sum is another."""
    entry = read_entry()
    model = b"".join(find_part(package, entry["part"]).read_bytes() for package in entry["packages"])
    check_sum(model, entry["sha256"], entry["name"])
    return model


def find_part(package: str, name: str) -> Path:
    spec = find_spec(package)
    folders = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    parts = [path for folder in folders for path in sorted(folder.rglob(name))]
    if not parts:
        raise VoiceMissing(
            f"The natural voice is not installed: the package {package} is missing; set Karani up again."
        )
    return parts[0]


def read_style(slug: str) -> Samples:
    """A voice's styles, shape (510, 256): one for each length of a sentence in sounds."""
    voice = find_voice(slug)
    content = find_style(voice).read_bytes()
    check_sum(content, voice.sha256, voice.file)
    return np.frombuffer(content, dtype=np.float32).reshape(-1, STYLE_SIZE)


def find_voice(slug: str) -> VoiceEntry:
    found = next((voice for voice in list_voices() if voice.slug == slug), None)
    if found is None:
        known = ", ".join(voice.slug for voice in list_voices())
        raise VoiceMissing(f"{slug!r} is not a voice; there is silent, {known}.")
    return found


def check_installed(voice: VoiceEntry) -> None:
    """That every part is there; their sums are looked at when they are read."""
    entry = read_entry()
    for package in entry["packages"]:
        find_part(package, entry["part"])
    find_style(voice)


def find_style(voice: VoiceEntry) -> Path:
    path = VOICES_FOLDER / voice.file
    if not path.is_file():
        raise VoiceMissing(
            f"The voice {voice.name!r} is not installed: {voice.file} is missing; set Karani up again."
        )
    return path


def check_sum(content: bytes, sha256: str, name: str) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise VoiceMissing(
            f"The natural voice is damaged: {name} is not the file it should be; set Karani up again."
        )


def find_rewritten(folder: Path) -> Path:
    """The model as it runs faster: made when Karani was set up, else once, in `folder`. From a file it needs less memory.

    Errors: VoiceMissing when the file is not as it was written.
    """
    found = rewritten_in(folder)
    if found is None:
        from karani.speech.graph import rewrite  # noqa: PLC0415 - slow to import, and needed once

        return keep_rewritten(folder, rewrite(read_model_bytes()))
    with found.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest()[:SUM_SHOWN] != found.stem.rpartition("-")[2]:
            found.unlink()
            raise VoiceMissing("The natural voice was damaged and is made ready again; begin once more.")
    return found


def rewritten_in(folder: Path) -> Path | None:
    places = (VOICES_FOLDER, folder)
    return next((path for place in places for path in sorted(place.glob(f"{rewritten_name('*')}"))), None)


def rewritten_name(own_sum: str) -> str:
    return f"model-{read_entry()['sha256'][:12]}-{REWRITING}-{own_sum}.onnx"


def keep_rewritten(folder: Path, model: bytes) -> Path:
    path = folder / rewritten_name(hashlib.sha256(model).hexdigest()[:SUM_SHOWN])
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{path.name}-{os.getpid()}"
    draft.write_bytes(model)
    return draft.replace(path)


class Model:
    """The loaded model. Loading takes about half a second."""

    def __init__(self, folder: Path) -> None:
        self.session = open_session(find_rewritten(folder))

    def speak(self, sounds: str, style: Samples, speed: float) -> Samples:
        """Samples at RATE of sounds as `pronounce` gives them. Sounds the model does not know are left out."""
        (samples,) = self.session.run(None, to_inputs(sounds, style, speed))
        return resample(np.asarray(samples, dtype=np.float32).ravel())


def open_session(model: Path) -> Any:
    """On one thread, since sentences are spoken side by side."""
    import onnxruntime  # noqa: PLC0415 - slow to import, and only a speaking process needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # Errors only: it warns of buffers that it makes anew for a shortened sentence.
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def to_inputs(sounds: str, style: Samples, speed: float) -> dict[str, NDArray[Any]]:
    symbols = read_symbols()
    longest = int(read_entry()["longest_phonemes"])
    numbers = [symbols[sound] for sound in sounds if sound in symbols][:longest]
    return {
        "tokens": np.array([[0, *numbers, 0]], dtype=np.int64),
        "style": style[min(len(numbers), len(style) - 1)][np.newaxis],
        "speed": np.array([speed], dtype=np.float32),
    }


def resample(samples: Samples) -> Samples:
    """From the model's rate to RATE: twice as many with zeros between, smoothed, and every third kept."""
    whole = np.zeros(UP * len(samples), dtype=np.float32)
    whole[::UP] = samples
    return np.convolve(whole, low_pass())[REACH : REACH + len(whole) : DOWN].astype(np.float32)


@cache
def low_pass() -> Samples:
    """A windowed sinc that ends below the half of RATE."""
    time = np.arange(-REACH, REACH + 1) / DOWN
    taps = np.sinc(time) * np.kaiser(2 * REACH + 1, KAISER)
    return np.asarray(UP * taps / np.sum(taps), dtype=np.float32)

"""The voice model: found among the installed packages, checked by its sum, run by onnxruntime.

Kokoro-82M reads sounds (symbols of symbols.toml) and a voice's style, and gives samples at 24 kHz, which are handed on at
RATE. Weights: hexgrad, Apache-2.0. Speed: docs/models/voice.md.
"""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
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
CONTENT = files("karani").joinpath("content", "speech")
VOICES_FOLDER = files("karani").joinpath("static", "voices")

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


def find_style(voice: VoiceEntry) -> Traversable:
    path = VOICES_FOLDER.joinpath(voice.file)
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
    """The model as it runs faster, made once and kept beside what is spoken: from a file it needs less memory."""
    path = rewritten_path(folder)
    if not path.exists():
        from karani.speech.graph import rewrite  # noqa: PLC0415 - slow to import, and needed once

        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}-{os.getpid()}")
        draft.write_bytes(rewrite(read_model_bytes()))
        draft.replace(path)
    return path


def rewritten_path(folder: Path) -> Path:
    return folder / f"model-{read_entry()['sha256'][:12]}-{REWRITING}.onnx"


class Model:
    """The loaded model. Loading takes about 0.8 s; one thread, since sentences are spoken side by side."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime  # noqa: PLC0415 - slow to import, and only a speaking process needs it

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = (
            3  # errors only: it warns of buffers that it makes anew for a shortened sentence
        )
        self.session = onnxruntime.InferenceSession(
            str(find_rewritten(folder)), options, providers=["CPUExecutionProvider"]
        )

    def speak(self, sounds: str, style: Samples, speed: float) -> Samples:
        """Samples at RATE of sounds as `pronounce` gives them. Sounds the model does not know are left out."""
        symbols = read_symbols()
        numbers = [symbols[sound] for sound in sounds if sound in symbols][
            : int(read_entry()["longest_phonemes"])
        ]
        tokens = np.array([[0, *numbers, 0]], dtype=np.int64)
        inputs = {
            "tokens": tokens,
            "style": style[min(len(numbers), len(style) - 1)][np.newaxis],
            "speed": np.array([speed], dtype=np.float32),
        }
        (samples,) = self.session.run(None, inputs)
        return resample(np.asarray(samples, dtype=np.float32).ravel())


def resample(samples: Samples) -> Samples:
    from scipy.signal import resample_poly  # noqa: PLC0415 - slow to import, and only a speaking process needs it

    return np.asarray(resample_poly(samples, RATE, int(read_entry()["sample_rate_hz"])), dtype=np.float32)

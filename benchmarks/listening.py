"""Measuring a track as it is heard."""

import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyloudnorm
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from karani.practice import Script
from karani.sound import Track
from karani.sound.rate import SAMPLE_RATE

Heard = NDArray[Any]
QUIET = 10 ** (-50 / 20)  # louder than the bed, quieter than any sound that is meant
WINDOW_S = 0.02
AUDIBLE = 0.02  # of a word's loudest
LOOKED_AROUND_S = 0.2
OVERSAMPLED = 4  # ITU-R BS.1770, annex 2


def decode(track: Track) -> Heard:
    heard, rate = soundfile.read(io.BytesIO(track.audio))
    assert rate == SAMPLE_RATE
    return np.asarray(heard)


def speech_only(heard: Heard, track: Track) -> Heard:
    """The stretches in which something is said, joined."""
    return np.concatenate([heard[at(said.start_s) : at(said.end_s)] for said in track.spoken])


def loudness_lufs(heard: Heard) -> float:
    return float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(heard))


def true_peak_dbtp(heard: Heard) -> float:
    """The largest value between the samples too."""
    pieces = np.array_split(heard, max(1, len(heard) // (60 * SAMPLE_RATE)))
    most = max(float(np.max(np.abs(resample_poly(piece, OVERSAMPLED, 1)))) for piece in pieces)
    return float(20 * np.log10(most))


def onsets_late_s(heard: Heard, track: Track) -> list[float]:
    """For each line on the main line: how long after its time it is first heard, where silence precedes it."""
    return list(_onsets(heard, track))


def _onsets(heard: Heard, track: Track) -> Iterator[float]:
    for said in track.spoken:
        before = heard[max(0, at(said.start_s - 0.1)) : at(said.start_s - 0.02)]
        if len(before) and np.max(np.abs(before)) < QUIET:
            after = np.abs(heard[at(said.start_s - 0.02) : at(said.start_s + 1.0)])
            yield float(np.argmax(after > QUIET)) / SAMPLE_RATE - 0.02


def words_late_s(heard: Heard, samples: Heard, at_s: float) -> float:
    """How long after a second words are first heard that lie there under a tone: found by where they fit best."""
    room = round(LOOKED_AROUND_S * SAMPLE_RATE)
    around = heard[at(at_s) - room : at(at_s) + room + len(samples)]
    fits = int(np.argmax(np.correlate(around, samples, "valid"))) - room
    audible = int(np.argmax(np.abs(samples) > AUDIBLE))
    return (fits + audible) / SAMPLE_RATE


def longest_unintended_silence_s(heard: Heard, track: Track, script: Script) -> float:
    """The longest stretch that should sound and does not: inside a line, or a chime or breath tone that is missing."""
    longest = 0.0
    for said in track.spoken:
        longest = max(longest, silence_in(heard[at(said.start_s) : at(said.end_s)]))
    for cue in script.cues:
        if cue.chime and silence_in(heard[at(cue.at_s + 0.05) : at(cue.at_s + 1.0)]) > 0.9:
            longest = max(longest, 1.0)
    return longest


def silence_in(heard: Heard) -> float:
    size = round(WINDOW_S * SAMPLE_RATE)
    windows = heard[: len(heard) // size * size].reshape(-1, size)
    longest = run = 0
    for quiet in np.max(np.abs(windows), axis=1) < QUIET:
        run = run + 1 if quiet else 0
        longest = max(longest, run)
    return longest * WINDOW_S


def largest_click(heard: Heard, track: Track) -> float:
    """The largest step between two samples at the ends of a line, where a bad join would click."""
    size = round(0.002 * SAMPLE_RATE)
    ends = [
        heard[at(second) - size : at(second) + size]
        for said in track.spoken
        for second in (said.start_s, said.end_s)
    ]
    return max(float(np.max(np.abs(np.diff(end)))) for end in ends if len(end) > 1)


def at(second: float) -> int:
    return max(0, round(second * SAMPLE_RATE))

"""Loudness as ITU-R BS.1770 defines it, against its own numbers and against another program."""

import numpy as np
import pyloudnorm
import pytest

from karani.speech.level import SPEECH_LUFS, level
from karani.speech.loudness import measure_loudness
from karani.speech.model import RATE, Samples, resample


def sine(hz: float, rate: int, seconds: float, peak: float = 1.0) -> Samples:
    return np.asarray(peak * np.sin(2 * np.pi * hz * np.arange(int(rate * seconds)) / rate), dtype=np.float32)


def noise(seconds: float, rate: int = RATE) -> Samples:
    return np.asarray(0.1 * np.random.default_rng(3).standard_normal(int(rate * seconds)), dtype=np.float32)


def test_a_full_sine_is_as_loud_as_the_standard_says() -> None:
    assert measure_loudness(sine(997, 48_000, 5), 48_000) == pytest.approx(-3.01, abs=0.01)


@pytest.mark.parametrize("rate", [RATE, 48_000])
@pytest.mark.parametrize("hz", [60, 400, 3000])
def test_both_filters_agree_with_another_program(hz: float, rate: int) -> None:
    tone = sine(hz, rate, 4, 0.3)
    theirs = pyloudnorm.Meter(rate).integrated_loudness(tone.astype(np.float64))
    assert measure_loudness(tone, rate) == pytest.approx(theirs, abs=0.06)


def test_silence_within_speech_does_not_make_it_quieter() -> None:
    speech = noise(4)
    with_pause = np.concatenate([speech, np.zeros(6 * RATE, dtype=np.float32), speech])
    assert measure_loudness(with_pause, RATE) == pytest.approx(measure_loudness(speech, RATE), abs=0.5)
    assert measure_loudness(np.zeros(RATE, dtype=np.float32), RATE) == -np.inf


@pytest.mark.parametrize("seconds", [0.15, 0.5, 3.0])
def test_every_length_of_speech_is_brought_to_one_level(seconds: float) -> None:
    assert measure_loudness(level(noise(seconds), RATE), RATE) == pytest.approx(SPEECH_LUFS, abs=0.01)


def test_the_rate_of_the_track_keeps_what_is_heard_and_drops_what_it_cannot_hold() -> None:
    kept, dropped = resample(sine(1000, 24_000, 1)), resample(sine(11_000, 24_000, 1))
    assert len(kept) == RATE
    middle = slice(RATE // 4, RATE // 2)
    assert np.max(np.abs(kept[middle] - sine(1000, RATE, 1)[middle])) < 0.01
    assert np.max(np.abs(dropped[middle])) < 0.02

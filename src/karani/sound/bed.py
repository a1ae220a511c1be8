"""The bed: a very quiet, dark noise under everything, so that a silent stretch still counts as sound.

It is made from its spectrum, so it repeats every 18 s without a seam and may be looped from any place.
"""

from functools import cache

import numpy as np

from karani.sound.levels import amplitude
from karani.sound.rate import FRAMES_PER_SECOND, SAMPLE_RATE
from karani.sound.voice import Samples

PERIOD_S = 18  # a whole number of frames
PERIOD = PERIOD_S * SAMPLE_RATE
PERIOD_FRAMES = round(PERIOD_S * FRAMES_PER_SECOND)
SEED = 1  # any; the same bed for everyone, so that the same script gives the same bytes
LOW_HZ = 60.0
DARK_ABOVE_HZ = 400.0


@cache
def bed(dbfs: float) -> Samples:
    """One period at this root-mean-square level."""
    frequency = np.fft.rfftfreq(PERIOD, 1 / SAMPLE_RATE)
    shape = (frequency > LOW_HZ) / (1 + (frequency / DARK_ABOVE_HZ) ** 2)
    chance = np.random.default_rng(SEED)
    spectrum = shape * np.exp(2j * np.pi * chance.random(len(frequency)))
    wave = np.fft.irfft(spectrum, PERIOD)
    wave *= amplitude(dbfs) / np.sqrt(np.mean(wave**2))
    return np.asarray(wave, dtype=np.float32)


def bed_between(dbfs: float, start: int, end: int) -> Samples:
    """The bed from one sample of the track to another; before the track's start it is there too."""
    return np.take(bed(dbfs), np.arange(start, end), mode="wrap")

"""The parts every tone is made of: time, glides, and ends so soft that nothing clicks."""

import numpy as np
from numpy.typing import NDArray

from karani.sound.rate import SAMPLE_RATE, to_samples

Wave = NDArray[np.float64]


def seconds_of(length_s: float) -> Wave:
    """The time of each sample of a tone this long."""
    return np.arange(to_samples(length_s)) / SAMPLE_RATE


def glide_phase(from_hz: float, to_hz: float, length_s: float) -> Wave:
    """The phase [rad] of a pitch that moves evenly, as one hears it, from one note to the other."""
    time = seconds_of(length_s)
    pitch = from_hz * (to_hz / from_hz) ** (time / length_s)  # (samples,) [Hz]
    return np.cumsum(2 * np.pi * pitch / SAMPLE_RATE)


def harmonics(phase: Wave, strengths: tuple[float, ...]) -> Wave:
    """A pitch with its overtones: strengths of the first, second, third ... harmonic."""
    tones = [strength * np.sin(number * phase) for number, strength in enumerate(strengths, start=1)]
    return np.asarray(np.sum(tones, axis=0))


def soft_ends(wave: Wave, rise_s: float, fall_s: float) -> Wave:
    """Let a wave rise from nothing and fall to nothing along half a cosine."""
    shaped = wave.copy()
    rise, fall = (half_cosine(min(to_samples(length), len(wave) // 2)) for length in (rise_s, fall_s))
    shaped[: len(rise)] *= rise
    shaped[len(wave) - len(fall) :] *= fall[::-1]
    return shaped


def cut(wave: Wave, length: int, fall_s: float) -> Wave:
    """No more than so many samples, and a soft end where something was cut off."""
    return wave if len(wave) <= length else soft_ends(wave[:length], 0.0, fall_s)


def half_cosine(length: int) -> Wave:
    """From 0 up to 1 without a corner at either end."""
    return (1 - np.cos(np.pi * (np.arange(length) + 0.5) / max(length, 1))) / 2


def at_peak(wave: Wave, peak: float) -> Wave:
    """The same wave with this largest value."""
    largest = np.max(np.abs(wave), initial=0.0)
    return wave * (peak / largest) if largest else wave

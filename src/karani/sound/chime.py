"""Chimes: struck bowls with a soft onset. The number and way of the strokes tells which one it is."""

from functools import cache

import numpy as np

from karani.practice.script import Chime
from karani.sound.rate import to_samples
from karani.sound.tone import Wave, at_peak, seconds_of, soft_ends

PEAK = 0.1  # -20 dBFS
ONSET_S = 0.03  # soft, yet the ear places it within its first third
RING_S = 3.0
FALL_S = 0.5
PARTIALS = (
    (1.0, 1.0, 1.1),
    (2.0, 0.3, 0.7),
    (2.76, 0.22, 0.5),
    (5.4, 0.05, 0.2),
)  # (ratio, strength, decay [s])

STROKES: dict[Chime, tuple[tuple[float, float, float], ...]] = {  # (at [s], pitch [Hz], strength)
    "start": ((0.0, 392.0, 1.0),),
    "two-minutes": ((0.0, 587.3, 0.8), (1.1, 587.3, 0.55)),
    "change-sides": ((0.0, 392.0, 0.8), (0.6, 523.3, 0.8)),
    "end": ((0.0, 523.3, 1.0), (1.0, 440.0, 0.9), (2.0, 349.2, 1.0)),
}


@cache
def chime(name: Chime) -> Wave:
    """The whole chime, its ring included, at its meant level."""
    strokes = STROKES[name]
    wave = np.zeros(to_samples(max(at_s for at_s, _, _ in strokes)) + to_samples(RING_S))
    for at_s, pitch_hz, strength in strokes:
        start = to_samples(at_s)
        struck = strike(pitch_hz)
        wave[start : start + len(struck)] += strength * struck
    return at_peak(wave, PEAK)


def strike(pitch_hz: float) -> Wave:
    """One stroke: partials of a bowl, the higher the sooner gone."""
    time = seconds_of(RING_S)
    partials = [
        strength * np.sin(2 * np.pi * ratio * pitch_hz * time) * np.exp(-time / decay_s)
        for ratio, strength, decay_s in PARTIALS
    ]
    return soft_ends(np.sum(partials, axis=0), ONSET_S, FALL_S)

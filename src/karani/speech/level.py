"""Loudness: every sentence at one level (EBU R128, ITU-R BS.1770), trimmed to its sound, soft at both ends."""

import numpy as np

from karani.speech.loudness import measure_loudness
from karani.speech.model import Samples

SPEECH_LUFS = -20.0
PEAK_LIMIT = 0.79  # -2 dBFS, so that a sentence over tones stays below -1 dBTP
SILENCE = 0.004  # -48 dBFS: below it nothing is speech
LEAD_S = 0.012  # kept before the first sound, so that a soft onset is not cut
TAIL_S = 0.06
FADE_S = 0.006
SHORTEST_S = 0.1


def trim(samples: Samples, rate: int) -> Samples:
    """Without the silence before and after."""
    heard = np.flatnonzero(np.abs(samples) > SILENCE)
    if not len(heard):
        return samples[:0]
    start = max(0, heard[0] - int(LEAD_S * rate))
    return samples[start : heard[-1] + int(TAIL_S * rate)]


def fade(samples: Samples, rate: int) -> Samples:
    size = min(int(FADE_S * rate), len(samples) // 2)
    if not size:
        return samples
    ramp = (0.5 - 0.5 * np.cos(np.pi * np.arange(size) / size)).astype(np.float32)
    faded = samples.copy()
    faded[:size] *= ramp
    faded[-size:] *= ramp[::-1]
    return faded


def level(samples: Samples, rate: int) -> Samples:
    """At SPEECH_LUFS, but with no peak over PEAK_LIMIT."""
    if len(samples) < SHORTEST_S * rate:
        return samples
    gain = 10 ** ((SPEECH_LUFS - measure_loudness(samples, rate)) / 20)
    peak = float(np.max(np.abs(samples))) * gain
    return (samples * (gain * min(1.0, PEAK_LIMIT / peak))).astype(np.float32)

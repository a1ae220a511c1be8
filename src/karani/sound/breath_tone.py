"""Breath tones: up and warm for in, down and round for out, exactly as long as the breath."""

from functools import cache
from typing import Literal

from karani.practice.script import Breath
from karani.sound.tone import Wave, at_peak, glide_phase, harmonics, soft_ends

PEAK = 0.05  # -26 dBFS
GLIDES_HZ = {"in": (220.0, 329.6), "out": (293.7, 174.6)}
TIMBRES = {"in": (1.0, 0.45, 0.25, 0.1), "out": (1.0, 0.12)}  # strengths of the harmonics
SOFT_SHARES = {
    "in": (0.45, 0.2),
    "out": (0.15, 0.6),
}  # of its length: a breath in swells, a breath out ebbs away
FADING = (2 / 3, 1 / 3)  # the last two breaths, so that the pace is handed back


def breath_tone(breath: Breath) -> Wave:
    return sweep(breath.phase, breath.seconds) * fading(breath)


@cache
def sweep(phase: Literal["in", "out"], seconds: float) -> Wave:
    """The tone of one half of a breath at its meant level."""
    rise, fall = SOFT_SHARES[phase]
    tone = harmonics(glide_phase(*GLIDES_HZ[phase], seconds), TIMBRES[phase])
    return at_peak(soft_ends(tone, rise * seconds, fall * seconds), PEAK)


def fading(breath: Breath) -> float:
    """How strong a breath still is; the one that is shown and not counted never fades."""
    from_the_end = breath.of - breath.number
    if breath.number == 0 or from_the_end >= len(FADING):
        return 1.0
    return FADING[len(FADING) - 1 - from_the_end]

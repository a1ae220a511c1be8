"""Breathing: lung volume, the pressures it makes in chest and belly, and the pulse that swings with it.

    VL(t)   half a cosine in over Ti, out over Te, at rest for Tp; l above rest
    P_pl  = P0 + k_up sin(trunk) - E VL        P_abd = k VL
    x'    = (VL(t + lead) - x)/tau             tau shorter while it rises than while it falls
    the part of the RR interval that breathing adds:  -G (x - slow mean of VL)

The vagal drive follows the brain's rhythm, not the lungs, so it runs a little ahead of the volume; the vagus lets go faster than it
takes hold again, so short in and long out swings the pulse more than the other way about (Van Diest 2014).
"""

import math

from karani.circulation.kernel.bench import PATTERN, Counts
from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Breathing

# The places of what breathing remembers.
PHASE_S, LAGGED_L, MEAN_L, VOLUME_L = range(4)
N_BREATH_STATE = 4


@compiled
def lung_volume(phase_s: float, pattern: Array) -> float:
    in_s, out_s, liters = pattern[0], pattern[1], pattern[3]
    if phase_s < in_s:
        return liters * 0.5 * (1.0 - math.cos(math.pi * phase_s / in_s))
    if phase_s < in_s + out_s:
        return liters * 0.5 * (1.0 + math.cos(math.pi * (phase_s - in_s) / out_s))
    return 0.0


@compiled
def breathe(
    state: Array, counts: Counts, now_s: float, dt: float, starts: Array, patterns: Array, b: Breathing
) -> None:
    """One step; a new pattern begins with the next breath, never inside one."""
    pattern = patterns[counts[PATTERN]]
    state[PHASE_S] += dt
    whole = pattern[0] + pattern[1] + pattern[2]
    if state[PHASE_S] >= whole:
        state[PHASE_S] -= whole
        while counts[PATTERN] + 1 < starts.shape[0] and now_s >= starts[counts[PATTERN] + 1]:
            counts[PATTERN] += 1
        pattern = patterns[counts[PATTERN]]
        whole = pattern[0] + pattern[1] + pattern[2]
    ahead = state[PHASE_S] + b.arrhythmia_lead_s
    drive = lung_volume(ahead - whole if ahead >= whole else ahead, pattern)
    lag = b.arrhythmia_inhale_time_s if drive > state[LAGGED_L] else b.arrhythmia_exhale_time_s
    state[VOLUME_L] = lung_volume(state[PHASE_S], pattern)
    state[LAGGED_L] += dt * (drive - state[LAGGED_L]) / lag
    state[MEAN_L] += dt * (state[LAGGED_L] - state[MEAN_L]) / b.arrhythmia_mean_time_s

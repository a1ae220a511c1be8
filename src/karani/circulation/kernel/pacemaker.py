"""Beats as they come, by integral pulse frequency modulation.

    dphi/dt = 1/RR(t), a beat at phi = 1

The atria start with the beat, the ventricles after the atrioventricular delay; both, and the delay, last longer with the root of the RR
interval (Heldt 2004).
"""

import math

import numpy as np

from karani.circulation.kernel.bench import BEATS, Counts
from karani.circulation.kernel.compiled import compiled
from karani.circulation.kernel.groups import Array, Heart

# The places of what the pacemaker and the beat now running remember.
PHASE, ATRIA_S, VENTRICLES_S, ATRIA_RISE_S, VENTRICLES_RISE_S, DELAY_S, WAITING, RR_S, LAST_BEAT_S = range(9)
SYSTOLIC, DIASTOLIC, PRESSURE_SUM, VENOUS_SUM, FILLING_SUM, STEPS, STROKE_ML, FULLEST_ML = range(9, 17)
NOW_S = 17  # when the march that is carried on had ended
N_BEAT_STATE = 18
LONG_AGO_S = 10.0


def new_beat_state(heart: Heart) -> Array:
    beat = np.zeros(N_BEAT_STATE)
    root = math.sqrt(heart.rr_interval_s)
    beat[RR_S] = heart.rr_interval_s
    beat[ATRIA_S] = beat[VENTRICLES_S] = LONG_AGO_S
    beat[ATRIA_RISE_S], beat[VENTRICLES_RISE_S] = heart.atrium_rise_s * root, heart.ventricle_rise_s * root
    beat[DELAY_S] = heart.atrioventricular_delay_s * root
    beat[DIASTOLIC] = np.inf
    return beat


@compiled
def start_clock(beat: Array) -> None:
    """Time begins anew at 0; the beat and the breath that are running go on."""
    beat[LAST_BEAT_S] -= beat[NOW_S]
    beat[NOW_S] = 0.0


@compiled
def forget_beat(beat: Array) -> None:
    for i in range(SYSTOLIC, NOW_S):
        beat[i] = 0.0
    beat[DIASTOLIC] = np.inf


@compiled
def watch_beat(
    beat: Array, aorta: float, atrium: float, filling: float, ejected: float, ventricle: float
) -> None:
    beat[SYSTOLIC] = max(beat[SYSTOLIC], aorta)
    beat[DIASTOLIC] = min(beat[DIASTOLIC], aorta)
    beat[PRESSURE_SUM] += aorta
    beat[VENOUS_SUM] += atrium
    beat[FILLING_SUM] += filling
    beat[STEPS] += 1.0
    beat[STROKE_ML] += ejected
    beat[FULLEST_ML] = max(beat[FULLEST_ML], ventricle)


@compiled
def step_pacemaker(beat: Array, beats: Array, counts: Counts, now_s: float, dt: float, heart: Heart) -> None:
    beat[ATRIA_S] += dt
    beat[VENTRICLES_S] += dt
    beat[PHASE] += dt / beat[RR_S]
    if beat[PHASE] >= 1.0:
        beat[PHASE] -= 1.0
        write_beat(beats[counts[BEATS]], beat, now_s)
        counts[BEATS] += 1
        begin_beat(beat, now_s, heart)
    if beat[WAITING] > 0.0 and beat[ATRIA_S] >= beat[DELAY_S]:
        beat[VENTRICLES_S] = beat[ATRIA_S] - beat[DELAY_S]
        beat[VENTRICLES_RISE_S] = heart.ventricle_rise_s * math.sqrt(beat[RR_S])
        beat[WAITING] = 0.0


@compiled
def write_beat(row: Array, beat: Array, now_s: float) -> None:
    row[0], row[1] = now_s, now_s - beat[LAST_BEAT_S]
    row[2], row[3], row[4] = beat[SYSTOLIC], beat[DIASTOLIC], beat[PRESSURE_SUM] / beat[STEPS]
    row[5], row[6] = beat[STROKE_ML], beat[VENOUS_SUM] / beat[STEPS]
    row[7], row[8] = beat[FULLEST_ML], beat[FILLING_SUM] / beat[STEPS]


@compiled
def begin_beat(beat: Array, now_s: float, heart: Heart) -> None:
    root = math.sqrt(beat[RR_S])
    beat[LAST_BEAT_S] = now_s
    beat[ATRIA_S] = beat[PHASE] * beat[RR_S]
    beat[WAITING] = 1.0
    beat[ATRIA_RISE_S], beat[DELAY_S] = heart.atrium_rise_s * root, heart.atrioventricular_delay_s * root
    forget_beat(beat)

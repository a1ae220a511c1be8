"""Where a march works and what it writes: arrays made anew for each run, outside of what is compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from karani.circulation.kernel.groups import Array, Circuit, Heart
from karani.circulation.kernel.layout import (
    ARMS,
    KEPT_SAMPLES,
    N_BEAT,
    N_LINKS,
    N_POSTURE,
    SENSED_SAMPLES,
    N,
)

# The places of what is counted: beats so far, the posture and the breath now held, the newest sample of the reflexes.
BEATS, PLACE, PATTERN, NEWEST = range(4)
N_COUNTS = 4
N_STAGES = 4
N_FELT = 2

Counts = NDArray[np.int64]


class Bench(NamedTuple):
    """Sums and beats are the result; the rest is scratch."""

    volumes: Array  # (seconds, N) sums of SAMPLES_PER_S samples
    pressures: Array  # the same
    beats: Array  # (beats at most, N_BEAT)
    counts: Counts
    rates: Array  # (N_STAGES, N)
    flow: Array  # (N_LINKS,); only layout.HEARD are written
    transmural: Array
    trial: Array
    outside: Array
    unstressed: Array
    creep: Array
    conductance: Array  # (N_LINKS,)
    resistance: Array
    contractility: Array  # left, right
    posture: Array
    arterial: Array  # the errors that the reflexes have felt, each written twice
    chest: Array
    sensed: Array  # (2, SENSED_SAMPLES)
    answers: Array
    felt: Array  # the muscles' work, by pulse and set point


def new_bench(seconds: int, circuit: Circuit, heart: Heart) -> Bench:
    return Bench(
        volumes=np.zeros((seconds, N)),
        pressures=np.zeros((seconds, N)),
        beats=np.zeros((int(seconds / heart.least_rr_interval_s) + 2, N_BEAT)),
        counts=np.zeros(N_COUNTS, dtype=np.int64),
        rates=np.zeros((N_STAGES, N)),
        flow=np.zeros(N_LINKS),
        transmural=np.zeros(N),
        trial=np.zeros(N),
        outside=np.zeros(N),
        unstressed=circuit.unstressed_ml.copy(),
        creep=np.zeros(N),
        conductance=1.0 / circuit.resistance_mmhg_s_per_ml,
        resistance=circuit.resistance_mmhg_s_per_ml.copy(),
        contractility=np.array([
            heart.left_ventricle_elastance_mmhg_per_ml, heart.right_ventricle_elastance_mmhg_per_ml
        ]),
        posture=np.zeros(N_POSTURE),
        arterial=np.zeros(2 * KEPT_SAMPLES),
        chest=np.zeros(2 * KEPT_SAMPLES),
        sensed=np.zeros((2, SENSED_SAMPLES)),
        answers=np.zeros(len(ARMS)),
        felt=np.zeros(N_FELT),
    )  # fmt: skip

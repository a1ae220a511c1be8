"""How long a time step may be for one person's vessels.

The blood between two vessels evens out at a rate of (E1 + E2)/R. Runge-Kutta of fourth order is stable while step times fastest rate of
the whole net stays below 2.785; the two parts of the aorta make the fastest, and stiffer (older) arteries a faster one.
"""

import math

import numpy as np

from karani.circulation.kernel.groups import Circuit, Heart
from karani.circulation.kernel.layout import (
    AORTA,
    FROM,
    LEFT_ATRIUM,
    LEFT_VENTRICLE,
    N_LINKS,
    RIGHT_ATRIUM,
    RIGHT_VENTRICLE,
    SAMPLE_S,
    TO,
    N,
)

STABLE = 2.4  # of 2.785: a margin for the reflexes, which move resistance and contractility


def steps_per_sample(circuit: Circuit, heart: Heart) -> int:
    """Steps in one reflex sample of 62.5 ms."""
    return math.ceil(SAMPLE_S * fastest_rate_per_s(circuit, heart) / STABLE)


def fastest_rate_per_s(circuit: Circuit, heart: Heart) -> float:
    """Largest eigenvalue of the net with every chamber contracted and every valve open."""
    elastance = circuit.elastance_mmhg_per_ml.copy()
    elastance[RIGHT_ATRIUM] = heart.right_atrium_elastance_mmhg_per_ml
    elastance[LEFT_ATRIUM] = heart.left_atrium_elastance_mmhg_per_ml
    elastance[RIGHT_VENTRICLE] = heart.right_ventricle_elastance_mmhg_per_ml
    elastance[LEFT_VENTRICLE] = heart.left_ventricle_elastance_mmhg_per_ml
    assert elastance[AORTA] > 0.0
    net = np.zeros((N, N))
    for j in range(N_LINKS):
        difference = np.zeros(N)
        difference[FROM[j]], difference[TO[j]] = 1.0, -1.0
        net += np.outer(difference, difference) / circuit.resistance_mmhg_s_per_ml[j]
    root = np.sqrt(elastance)
    return float(np.linalg.eigvalsh(root[:, None] * net * root).max())

"""In which of the plate's states muscles are."""

import numpy as np
from numpy.typing import NDArray

from karani.muscles.muscles import State

Vector = NDArray[np.float64]

WORKS = 0.05
"""Activation from which a muscle counts as working; less is lost in the noise of any measurement."""
STRETCHED = 0.01
"""Passive force above standing, over the largest force, from which a muscle counts as stretched."""
LONGER = 0.2
"""Fiber length beyond that of standing, over the optimal length, from which a muscle counts as long."""
IDLE: tuple[State, ...] = ("rest", "slack", "stretched", "stretched")
"""Of a muscle that does not work: neither stretched nor long, long, stretched, both."""
WORKING: tuple[State, ...] = ("working", "working-long", "working-long", "working-long")
UNKNOWN: tuple[State, ...] = ("not-computed", *IDLE[1:])


def states_of(activation: Vector, stretch_share: Vector, lengthened: Vector, *, held: bool) -> list[State]:
    """One row a muscle or group. `lengthened`: fiber length ratio less that of standing [1]. Where the posture is not
    `held`, work is not known: what is neither stretched nor long is not computed."""
    numbers = 2 * (stretch_share >= STRETCHED) + (lengthened >= LONGER)
    if not held:
        return [UNKNOWN[number] for number in numbers]
    table = (*IDLE, *WORKING)
    return [table[number] for number in numbers + len(IDLE) * (activation >= WORKS)]

"""Which parts of the body can carry each other: calves under thighs, hands on thighs, one foot against the other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.body.capsules import Capsule, capsule_of
from karani.body.self_contact import PAIRS, RESTED_ON, other_side

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class LimbPair:
    """Points of one segment's flesh against another limb as a capsule, and how far flesh gives way [m]."""

    name: str
    points: Numbers
    limb: str
    capsule: Capsule
    gives_m: float


RESTING = ("capitate_r", "humerus_r", "head")
"""Segments that may rest on the limbs that poses name, besides the pairs that must not go through each other."""


def limb_pairs(body: Body) -> tuple[LimbPair, ...]:
    named = [
        (segment, limb.format("r"), 0.0)
        for segment in RESTING
        for limb in RESTED_ON.values()
        if not segment.startswith(limb.format("r"))
    ]
    pairs = {(a, b): gives for a, b, gives in (*named, *PAIRS)}
    both = {(a, b): gives for (a, b), gives in pairs.items()}
    for (a, b), gives in pairs.items():
        mirrored = other_side((a, b, gives))
        both.setdefault((mirrored[0], mirrored[1]), gives)
    return tuple(pair_of(body, a, b, gives) for (a, b), gives in both.items())


def pair_of(body: Body, segment: str, limb: str, gives_m: float) -> LimbPair:
    points = np.flatnonzero(body.flesh.segments == body.model.body(segment).id)
    number = int(body.model.body(limb).id)
    return LimbPair(segment, points, limb, capsule_of(body.flesh, number), gives_m)

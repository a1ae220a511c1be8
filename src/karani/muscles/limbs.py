"""Which parts of the body can carry each other: calves under thighs, thighs under the belly, hands on thighs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.body.capsules import Capsule, capsule_of
from karani.body.self_contact import PAIRS, RESTED_ON, other_side

Numbers = NDArray[np.int64]

TOUCH_M = 0.02
SOFT_M = 0.05
"""Flesh that gives way by more than this belongs to neighbors at a joint: calf and thigh, thigh and belly."""
SMALL = ("capitate", "ulna", "humerus", "head")
"""Parts that touch others by chance; they rest on a limb only where the pose says so."""


@dataclass(frozen=True)
class LimbPair:
    """Points of one segment's flesh against another limb as a capsule."""

    name: str
    points: Numbers
    limb: str
    capsule: Capsule
    surface: str
    """The pose's word for the limb; empty for limbs that carry each other wherever they meet."""
    meets_m: float
    """The distance of their skins from which they carry each other: soft neighbors lie in each other long before."""


def limb_pairs(body: Body) -> tuple[LimbPair, ...]:
    meeting = {
        (pair.segment, pair.limb): pair.gives_m
        for pair in (*PAIRS, *(other_side(pair) for pair in PAIRS))
        if not pair.segment.startswith(SMALL)
    }
    pairs = [pair_of(body, segment, limb, "", gives) for (segment, limb), gives in meeting.items()]
    segments = [name for name in segment_names(body) if name.startswith(SMALL)]
    for surface, limb in RESTED_ON.items():
        named = sorted({limb.format(side) for side in "rl"})
        pairs += [
            pair_of(body, segment, one, surface, 0.0)
            for segment in segments
            for one in named
            if segment != one
        ]
    return tuple(pairs)


def segment_names(body: Body) -> list[str]:
    return [body.model.body(int(number)).name for number in np.unique(body.flesh.segments)]


def pair_of(body: Body, segment: str, limb: str, surface: str, gives_m: float) -> LimbPair:
    points = np.flatnonzero(body.flesh.segments == body.model.body(segment).id)
    number = int(body.model.body(limb).id)
    meets = TOUCH_M - (gives_m if gives_m >= SOFT_M else 0.0)
    return LimbPair(segment, points, limb, capsule_of(body.flesh, number), surface, meets)

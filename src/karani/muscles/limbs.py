"""Which parts of the body can carry each other: calves under thighs, thighs under the belly, hands on thighs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.body.capsules import Capsule, capsule_of
from karani.body.self_contact import PAIRS, RESTED_ON, other_side

Numbers = NDArray[np.int64]

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
    """The pose's word for the limb."""
    always: bool
    """Whether they carry each other wherever they meet, or only where the pose says so."""


def limb_pairs(body: Body) -> tuple[LimbPair, ...]:
    meeting = [
        (a, b) for a, b, _ in (*PAIRS, *(other_side(pair) for pair in PAIRS)) if not a.startswith(SMALL)
    ]
    pairs = [pair_of(body, a, b, "", always=True) for a, b in dict.fromkeys(meeting)]
    segments = [name for name in segment_names(body) if name.startswith(SMALL)]
    for surface, limb in RESTED_ON.items():
        named = {limb.format(side) for side in "rl"}
        pairs += [
            pair_of(body, segment, one, surface, always=False)
            for segment in segments
            for one in sorted(named)
            if segment != one
        ]
    return tuple(pairs)


def segment_names(body: Body) -> list[str]:
    return [body.model.body(int(number)).name for number in np.unique(body.flesh.segments)]


def pair_of(body: Body, segment: str, limb: str, surface: str, *, always: bool) -> LimbPair:
    points = np.flatnonzero(body.flesh.segments == body.model.body(segment).id)
    number = int(body.model.body(limb).id)
    return LimbPair(segment, points, limb, capsule_of(body.flesh, number), surface, always)

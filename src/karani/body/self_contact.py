"""Which parts of the body can meet: limbs that must not go through each other, and limbs that others rest on."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body
from karani.body.capsules import Capsule, capsule_of
from karani.body.flesh import girth_of
from karani.body.motion import Carrier
from karani.body.segments import segment_of
from karani.body.terms.body_clearance import BodyClearance
from karani.body.terms.body_clearances import together
from karani.body.terms.term import Term
from karani.errors import BodyError

RESTED_ON = {
    "shins": "tibia_{}",
    "heels": "calcn_{}",
    "feet": "calcn_{}",
    "toes": "toes_{}",
    "thighs": "femur_{}",
    "arm": "humerus_{}",
    "forearms": "ulna_{}",
    "hands": "capitate_{}",
    "back": "thorax_lower",
    "belly": "lumbar3",
    "chest": "torso",
    "head": "head",
}


class Pair(NamedTuple):
    """Points of `segment` stay out of `limb` as a capsule, but for as much as flesh gives way [m]."""

    segment: str
    limb: str
    gives_m: float
    far: float = 1.0
    """The share of the segment's points that counts, from its far end: next to a shared joint flesh always meets."""


PAIRS = (
    Pair("femur_r", "femur_l", 0.04, 0.6),
    Pair("tibia_r", "tibia_l", 0.025),
    Pair("calcn_r", "calcn_l", 0.03),
    Pair("tibia_r", "femur_l", 0.02),
    Pair("calcn_r", "tibia_l", 0.015),
    Pair("calcn_r", "femur_l", 0.02),
    Pair("tibia_r", "femur_r", 0.09, 0.75),
    Pair("calcn_r", "pelvis", 0.06),
    Pair("thorax_lower", "femur_r", 0.07),
    Pair("torso", "femur_r", 0.06),
    Pair("head", "femur_r", 0.01),
    Pair("head", "tibia_r", 0.01),
    Pair("humerus_r", "thorax_lower", 0.03, 0.6),
    Pair("ulna_r", "thorax_lower", 0.02),
    Pair("ulna_r", "femur_r", 0.01),
    Pair("capitate_r", "femur_r", 0.02),
    Pair("capitate_r", "pelvis", 0.01),
    Pair("capitate_r", "tibia_r", 0.005),
    Pair("capitate_r", "head", 0.01),
    Pair("ulna_r", "head", 0.015),
    Pair("humerus_r", "head", 0.02, 0.6),
    Pair("capitate_r", "capitate_l", 0.02),
    Pair("ulna_r", "ulna_l", 0.02),
    Pair("ulna_r", "femur_l", 0.02),
    Pair("humerus_r", "femur_l", 0.02),
    Pair("ulna_r", "tibia_l", 0.015),
)
"""Calf on thigh gives most."""
SOFT_SHARE = 0.4
"""What a heavier body has more of is soft: this share of it gives way. Own estimate."""
NEVER_CROSS = {"femur", "tibia"}
"""Where left mirrors right, these stay on their own side."""


def body_clearances(carrier: Carrier, *, mirrored: bool) -> tuple[BodyClearance, ...]:
    return carrier.body.once(("clearances", mirrored), lambda: make_clearances(carrier, mirrored=mirrored))


def clearance_terms(carrier: Carrier, *, mirrored: bool) -> tuple[Term, ...]:
    """The same as wishes: those that have passed a limb are led back one by one, all others looked at together."""

    def make() -> tuple[Term, ...]:
        pairs = body_clearances(carrier, mirrored=mirrored)
        sided = [pair for pair in pairs if pair.sided]
        return (together(carrier, [pair for pair in pairs if not pair.sided]), *sided)

    return carrier.body.once(("clearance terms", mirrored), make)


def make_clearances(carrier: Carrier, *, mirrored: bool) -> tuple[BodyClearance, ...]:
    pairs = PAIRS if mirrored else (*PAIRS, *(other_side(pair) for pair in PAIRS))
    return tuple(clearance_of(carrier, pair, sided=mirrored and are_twins(pair)) for pair in pairs)


def other_side(pair: Pair) -> Pair:
    return pair._replace(segment=swapped(pair.segment), limb=swapped(pair.limb))


def swapped(name: str) -> str:
    if name.endswith("_r"):
        return f"{name[:-2]}_l"
    return f"{name[:-2]}_r" if name.endswith("_l") else name


def are_twins(pair: Pair) -> bool:
    return pair.segment[:-2] in NEVER_CROSS and swapped(pair.segment) == pair.limb


def clearance_of(carrier: Carrier, pair: Pair, *, sided: bool) -> BodyClearance:
    limb = limb_named(carrier.body, pair.limb)
    gives_m = pair.gives_m + softness(carrier.body, pair.limb, limb)
    return BodyClearance(carrier, far_points(carrier, pair), limb, gives_m, sided)


def softness(body: Body, name: str, limb: Capsule) -> float:
    """How much more flesh gives way where there is more of it than on the body that the pairs were measured on [m]."""
    girth = girth_of(body.person, body.factors.lengths[segment_of(name)])
    return SOFT_SHARE * max(0.0, girth - 1) * limb.radius / girth


def far_points(carrier: Carrier, pair: Pair) -> NDArray[np.int64]:
    """The points of the pair's segment that count: the lowest ones of a standing body."""
    body = carrier.body
    points = np.flatnonzero(body.flesh.segments == body.model.body(pair.segment).id)
    heights = body.flesh.standing[points, 1]
    far: NDArray[np.int64] = points[heights <= np.quantile(heights, pair.far)]
    return far


def limb_named(body: Body, name: str) -> Capsule:
    return capsule_of(body.flesh, int(body.model.body(name).id))


def limb_under(body: Body, surface: str, side: str) -> Capsule:
    """The limb that a part of this side rests on: hands on thighs, head on an arm."""
    if surface not in RESTED_ON:
        raise BodyError(f"Nothing rests on {surface!r}. Limbs to rest on are: {', '.join(RESTED_ON)}.")
    return limb_named(body, RESTED_ON[surface].format("l" if side == "left" else "r"))

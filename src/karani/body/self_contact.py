"""Which parts of the body can meet: limbs that must not go through each other, and limbs that others rest on."""

import numpy as np

from karani.body.body import Body
from karani.body.capsules import Capsule, capsule_of
from karani.body.motion import Carrier
from karani.body.terms.body_contact import BodyClearance
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
PAIRS = (
    ("femur_r", "femur_l", 0.04),
    ("tibia_r", "tibia_l", 0.025),
    ("calcn_r", "calcn_l", 0.03),
    ("tibia_r", "femur_l", 0.02),
    ("calcn_r", "tibia_l", 0.015),
    ("calcn_r", "femur_l", 0.02),
    ("tibia_r", "femur_r", 0.09),
    ("calcn_r", "pelvis", 0.06),
    ("thorax_lower", "femur_r", 0.07),
    ("torso", "femur_r", 0.06),
    ("head", "femur_r", 0.01),
    ("head", "tibia_r", 0.01),
    ("humerus_r", "thorax_lower", 0.03),
    ("ulna_r", "thorax_lower", 0.02),
    ("ulna_r", "femur_r", 0.01),
    ("capitate_r", "femur_r", 0.02),
    ("capitate_r", "pelvis", 0.01),
    ("capitate_r", "tibia_r", 0.005),
    ("capitate_r", "head", 0.01),
    ("ulna_r", "head", 0.015),
    ("humerus_r", "head", 0.02),
    ("capitate_r", "capitate_l", 0.015),
    ("ulna_r", "ulna_l", 0.015),
    ("ulna_r", "femur_l", 0.02),
    ("humerus_r", "femur_l", 0.02),
    ("ulna_r", "tibia_l", 0.015),
)
"""Points of the first against the second as a capsule, and how far flesh gives way [m]; calf on thigh gives most."""


def body_clearances(carrier: Carrier, *, mirrored: bool) -> list[BodyClearance]:
    pairs = PAIRS if mirrored else (*PAIRS, *(other_side(pair) for pair in PAIRS))
    return [clearance_of(carrier, *pair) for pair in pairs]


def other_side(pair: tuple[str, str, float]) -> tuple[str, str, float]:
    return swapped(pair[0]), swapped(pair[1]), pair[2]


def swapped(name: str) -> str:
    if name.endswith("_r"):
        return f"{name[:-2]}_l"
    return f"{name[:-2]}_r" if name.endswith("_l") else name


def clearance_of(carrier: Carrier, segment: str, limb: str, gives_m: float) -> BodyClearance:
    body = carrier.body
    points = np.flatnonzero(body.flesh.segments == body.model.body(segment).id)
    return BodyClearance(carrier, points, limb_named(body, limb), gives_m)


def limb_named(body: Body, name: str) -> Capsule:
    return capsule_of(body.flesh, int(body.model.body(name).id))


def limb_under(body: Body, surface: str, side: str) -> Capsule:
    """The limb that a part of this side rests on: hands on thighs, head on an arm."""
    if surface not in RESTED_ON:
        raise BodyError(f"Nothing rests on {surface!r}. Limbs to rest on are: {', '.join(RESTED_ON)}.")
    return limb_named(body, RESTED_ON[surface].format("l" if side == "left" else "r"))

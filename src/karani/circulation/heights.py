"""Where the parts of a body lie above the floor: all that the circulation takes from a posture."""

import math
from dataclasses import astuple, dataclass

import numpy as np

from karani.circulation.kernel.groups import Array
from karani.circulation.persons import Persons
from karani.library.pose import PostureSpec

# Middles of the regions, as shares of the way between two joints (middles of the blood, not of the flesh).
ABDOMEN_OF_TRUNK, SPLANCHNIC_OF_TRUNK = 0.51, 0.41  # from heart to hip
MIDDLE_OF_THIGH, MIDDLE_OF_SHANK = 0.45, 0.49
MIDDLE_OF_ARM = 0.5
THORAX_OF_TRUNK = 0.6  # of the way from heart to hip; the rest follows the pelvis
HANGING_ARM_DEG = -60.0


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights above the floor, cm; of paired parts, the mean of both sides."""

    head_cm: float
    neck_cm: float
    shoulder_cm: float
    hand_cm: float
    heart_cm: float
    hip_cm: float
    knee_cm: float
    ankle_cm: float


@dataclass(frozen=True, slots=True)
class Lengths:
    """How far the parts of a straight body lie from its heart, cm; downward negative."""

    head_cm: float
    neck_cm: float
    shoulder_cm: float
    arm_cm: float
    hip_cm: float
    thigh_cm: float
    shank_cm: float


@dataclass(frozen=True, slots=True)
class Angles:
    """Elevations above the horizontal, degrees: trunk and head toward the crown, legs toward the feet, arms toward the hands."""

    thorax: float
    pelvis: float
    head: float
    thigh: float
    shank: float
    arm: float


def lengths_of(height_cm: float, p: Persons) -> Lengths:
    """Body parts as shares of body height (Drillis and Contini, via Winter)."""
    return Lengths(
        head_cm=height_cm * (p.head_share - p.neck_share),
        neck_cm=height_cm * (p.neck_share - p.heart_share),
        shoulder_cm=height_cm * (p.shoulder_share - p.heart_share),
        arm_cm=height_cm * p.arm_length_share,
        hip_cm=height_cm * (p.heart_share - p.hip_share),
        thigh_cm=height_cm * (p.hip_share - p.knee_share),
        shank_cm=height_cm * (p.knee_share - p.ankle_share),
    )


def jointed(lengths: Lengths, angles: Angles) -> Heights:
    """A body jointed at neck, loins, hips and knees."""
    below_heart = THORAX_OF_TRUNK * sine(angles.thorax) + (1.0 - THORAX_OF_TRUNK) * sine(angles.pelvis)
    hip = -lengths.hip_cm * below_heart
    knee = hip + lengths.thigh_cm * sine(angles.thigh)
    neck, shoulder = lengths.neck_cm * sine(angles.thorax), lengths.shoulder_cm * sine(angles.thorax)
    return on_the_floor(
        Heights(
            head_cm=neck + lengths.head_cm * sine(angles.head),
            neck_cm=neck,
            shoulder_cm=shoulder,
            hand_cm=shoulder + lengths.arm_cm * sine(angles.arm),
            heart_cm=0.0,
            hip_cm=hip,
            knee_cm=knee,
            ankle_cm=knee + lengths.shank_cm * sine(angles.shank),
        )
    )


def tilted(lengths: Lengths, tilt_deg: float, legs_deg: float | None = None) -> Heights:
    """A straight body: 0 lying, 90 standing, negative head-down; or with its legs raised by themselves."""
    legs = -tilt_deg if legs_deg is None else legs_deg
    return jointed(
        lengths,
        Angles(thorax=tilt_deg, pelvis=tilt_deg, head=tilt_deg, thigh=legs, shank=legs, arm=-tilt_deg),
    )


def sitting(lengths: Lengths) -> Heights:
    """On a chair, hands in the lap."""
    return jointed(lengths, Angles(thorax=90.0, pelvis=90.0, head=90.0, thigh=0.0, shank=-90.0, arm=-60.0))


def posed(lengths: Lengths, spec: PostureSpec) -> Heights:
    """From the elevations that a pose's posture.toml states; the arms rest, or hang from an upright trunk."""
    told = spec.segment_elevations_deg
    pelvis = told.get("pelvis", spec.pelvis_elevation_deg)
    thorax = told.get("thorax", pelvis)
    angles = Angles(
        thorax=thorax,
        pelvis=pelvis,
        head=told.get("head", thorax),
        thigh=told.get("thigh", 0.0),
        shank=told.get("shank", 0.0),
        arm=HANGING_ARM_DEG * max(0.0, sine(thorax)),
    )
    return jointed(lengths, angles)


def on_the_floor(heights: Heights) -> Heights:
    """The same body, its lowest joint at 0; the model takes differences only."""
    lowest = min(astuple(heights))
    return Heights(*(height - lowest for height in astuple(heights)))


def sine(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def regions_of(heights: Heights, lengths: Lengths) -> Array:
    """Heights of the regions above the right atrium, cm, in the order of layout.REGIONS; then the trunk's sine, then 0 for what the body does."""
    h = heights
    arm = between(h.shoulder_cm, h.hand_cm, MIDDLE_OF_ARM)
    abdomen = between(h.heart_cm, h.hip_cm, ABDOMEN_OF_TRUNK)
    splanchnic = between(h.heart_cm, h.hip_cm, SPLANCHNIC_OF_TRUNK)
    thigh = between(h.hip_cm, h.knee_cm, MIDDLE_OF_THIGH)
    calf = between(h.knee_cm, h.ankle_cm, MIDDLE_OF_SHANK)
    above = [
        height - h.heart_cm
        for height in (h.heart_cm, h.head_cm, h.neck_cm, arm, abdomen, splanchnic, thigh, calf, h.ankle_cm)
    ]
    trunk = (h.shoulder_cm - h.hip_cm) / (lengths.shoulder_cm + lengths.hip_cm)
    return np.array([*above, min(max(trunk, -1.0), 1.0), 0.0, 0.0])


def between(start: float, end: float, share: float) -> float:
    return start + share * (end - start)

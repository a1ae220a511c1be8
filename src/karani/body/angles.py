"""A pose's target angles in a yoga teacher's words, as coordinates of the body.

    hip_flex, hip_abd, hip_er (outward turn), knee_flex, ankle_df (toes to shin), toe_flex
    lumbar_flex, thoracic_flex, neck_flex (three quarters at C7, one at the head)
    shoulder_flex (forward +), shoulder_abd, shoulder_er, elbow_flex, forearm_sup (palm forward), wrist_ext, finger_flex
    neck_rot, spine_rot, spine_lat (to the left +)
The shoulder's flexion f and abduction a become the model's plane and elevation:
    elevation = sqrt(f^2 + a^2), plane = atan2(f, a)           0: to the side, 90: forward, -90: back
Any coordinate of the body may be named too (a sided one without its ending, for both sides).
"""

from math import atan2, degrees, hypot

import numpy as np
from numpy.typing import NDArray

from karani.body.coordinates import Coordinates
from karani.body.rotation import turn_about, turned_by
from karani.errors import BodyError
from karani.library.pose import PostureSpec

Vector = NDArray[np.float64]

SIMPLE = {
    "hip_flex": ("hip_flexion", 1.0),
    "hip_abd": ("hip_adduction", -1.0),
    "hip_er": ("hip_rotation", -1.0),
    "knee_flex": ("knee_angle", 1.0),
    "ankle_df": ("ankle_angle", 1.0),
    "toe_flex": ("mtp_angle", -1.0),
    "elbow_flex": ("elbow_flexion", 1.0),
    "forearm_sup": ("pro_sup", -1.0),
    "wrist_ext": ("flexion", -1.0),
    "finger_flex": ("finger_flexion", 1.0),
    "shoulder_er": ("shoulder_rot", -1.0),
    "lumbar_flex": ("flex_extension", -1.0),
    "thoracic_flex": ("thoracic_flexion", 1.0),
    "neck_rot": ("neck_rotation", 1.0),
}
SHOULDER = ("shoulder_flex", "shoulder_abd")
SPINE = {
    "spine_rot": (("axial_rotation", 0.4), ("thoracic_rotation", 0.6)),
    "spine_lat": (("lat_bending", 0.6), ("thoracic_bend", 0.4)),
}
"""What turns and bends the whole trunk, shared between low and middle back."""
NECK = "neck_flex"
NECK_AT_C7 = 0.75
RELAXED_FINGERS_DEG, FLAT_FINGERS_DEG, HOLDING_FINGERS_DEG = 22.0, 5.0, 55.0
PALMS, HELD = ("hands-palm", "hand"), ("feet", "toes", "chair-rail")
"""Parts that lie flat on what they touch, and surfaces around which fingers close."""
LYING = {"up": -90.0, "down": 90.0, "forward": 90.0, "n/a": -90.0}
"""Turn about the world's x [deg] that lays a standing body down with its front up or down."""
UPRIGHT_DEG = 90.0


def target_of(spec: PostureSpec, coordinates: Coordinates) -> Vector:
    """Target coordinates x of a pose; the pelvis at the origin, turned as the pose says."""
    target = np.zeros(coordinates.count)
    target[3:6] = pelvis_turn(spec)
    for side in "rl":
        target[coordinates.number(f"finger_flexion_{side}")] = np.radians(fingers_deg(spec, side))
        own = spec.right_deg if side == "r" else spec.left_deg
        for name, value in sided_angles({**spec.common_deg, **own}).items():
            target[find(coordinates, name, side)] = np.radians(value)
    return np.clip(target, coordinates.low, coordinates.high)


def fingers_deg(spec: PostureSpec, side: str) -> float:
    """Fingers hold, lie flat where the palm touches, and curl quietly otherwise."""
    own = {"r": ("both", "right"), "l": ("both", "left")}[side]
    met = [contact for contact in spec.contacts if contact.part.startswith("hand") and contact.side in own]
    pulls = any(strap.parts[0].startswith("hand") and strap.sides[0] in own for strap in spec.straps)
    if pulls or any(contact.surface in HELD for contact in met):
        return HOLDING_FINGERS_DEG
    return FLAT_FINGERS_DEG if any(contact.part in PALMS for contact in met) else RELAXED_FINGERS_DEG


def pelvis_turn(spec: PostureSpec) -> Vector:
    """Rolled about its own long axis, then laid down as far as it is not raised, then turned about the vertical."""
    roll, heading = (turn_about("z", angle) for angle in (spec.roll_deg, spec.heading_deg))
    return turned_by(turned_by(heading, leaning(spec)), roll)


def leaning(spec: PostureSpec) -> Vector:
    """To the right side, backward or forward."""
    if spec.plane == "lateral" or spec.front_faces == "side":
        return turn_about("y", spec.pelvis_elevation_deg - UPRIGHT_DEG)
    if spec.front_faces not in LYING:
        raise BodyError(
            f"front_faces is {spec.front_faces!r}; one of {', '.join(LYING)}, side would be right."
        )
    lying = LYING[spec.front_faces]
    raised = spec.pelvis_elevation_deg if lying < 0 else -spec.pelvis_elevation_deg
    return turn_about("x", lying + raised)


def sided_angles(angles: dict[str, float]) -> dict[str, float]:
    """The model's names without side, and their angles [deg]."""
    found = {}
    for name, value in angles.items():
        if name in SIMPLE:
            coordinate, sign = SIMPLE[name]
            found[coordinate] = sign * value
        elif name in SPINE:
            found |= {coordinate: share * value for coordinate, share in SPINE[name]}
        elif name == NECK:
            found["neck_flexion"] = NECK_AT_C7 * value
            found["head_flexion"] = (1 - NECK_AT_C7) * value
        elif name not in SHOULDER:
            found[name] = value
    flexion, abduction = (angles.get(name, 0.0) for name in SHOULDER)
    if flexion or abduction:
        found["shoulder_elv"] = hypot(flexion, abduction)
        found["elv_angle"] = degrees(atan2(flexion, abduction))
    return found


def find(coordinates: Coordinates, name: str, side: str) -> int:
    for candidate in (f"{name}_{side}", name):
        if candidate in coordinates.names[6:]:
            return coordinates.number(candidate)
    raise BodyError(
        f"{name!r} is not an angle of a posture. Angles are: {', '.join(angle_names(coordinates))}."
    )


def angle_names(coordinates: Coordinates) -> list[str]:
    own = {name.removesuffix("_r").removesuffix("_l") for name in coordinates.names[6:]}
    return [*SIMPLE, *SPINE, NECK, *SHOULDER, *sorted(own)]

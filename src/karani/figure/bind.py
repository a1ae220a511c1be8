"""The bind posture: upright, feet flat, arms held away, as MakeHuman's mesh stands. The skin was fitted to it."""

from karani.body import Body, coordinates_from_deg, segment_frames
from karani.body.body import Frames

BOTH_SIDES_DEG = {
    "hip_adduction": -9,
    "elv_angle": 5,
    "shoulder_elv": 40,
    "shoulder_rot": 11,
    "elbow_flexion": 28,
    "pro_sup": 8,
    "deviation": 8,
    "finger_flexion": 17,
}
"""Own least-squares fit of the model's joints to the mesh's, rounded; what remains the bake takes away."""
BIND_DEG = {f"{joint}_{side}": float(angle) for joint, angle in BOTH_SIDES_DEG.items() for side in "rl"}


def bind_frames(body: Body) -> Frames:
    """Where this person's segments are in the bind posture."""
    return segment_frames(body, coordinates_from_deg(body, BIND_DEG))

"""What a need leaves out, whatever the person's health: poses by name, by kind, and by what they ask of a body."""

from karani.library.pose import Pose
from karani.library.vocabulary import Need


def leaves_out(need: Need, pose: Pose) -> bool:
    return (
        pose.slug in need.leave_out
        or bool(set(need.leave_out_types) & set(pose.types))
        or asks_too_much(need, pose)
    )


def asks_too_much(need: Need, pose: Pose) -> bool:
    return any(getattr(pose.features, name) in barred for name, barred in need.leave_out_features.items())

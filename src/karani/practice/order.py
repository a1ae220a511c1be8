"""The order of a practice, and whether a row of poses keeps it.

Down through the levels once (standing, kneeling, sitting, lying), with at most one way back up before the end; poses
that arch come before the legs go up, and never straight before a strong forward bend; no pose twice.
"""

from collections.abc import Sequence
from itertools import pairwise

from karani.library.library import Library
from karani.library.pose import Pose, Steps
from karani.practice.choosing import ROLES, SITTING_LEVEL, Choice

MOST_CLIMBS = 1
RAISED = frozenset(("raised", "inverted"))
LOW_HEAD = frozenset(("slightly-below", "below"))


def in_order(choices: Sequence[Choice], library: Library) -> list[Choice]:
    """By role; within a role from standing down to lying."""
    return sorted(choices, key=lambda choice: (ROLES.index(choice.role), -level_of(choice.pose, library)))


def keeps_order(choices: Sequence[Choice], library: Library) -> bool:
    poses = [choice.pose for choice in choices]
    return (
        len({pose.slug for pose in poses}) == len(poses)
        and goes_down_once(choices, library)
        and arches_before_the_legs_go_up(poses)
        and rests_between_arch_and_bend(poses)
    )


def goes_down_once(choices: Sequence[Choice], library: Library) -> bool:
    down = [choice.pose for choice in choices if choice.role != "return"]
    last = [choice.pose for choice in choices if choice.role == "return"]
    levels = [level_of(pose, library) for pose in down]
    return (
        all(before >= after for before, after in pairwise(levels))
        and count_climbs(down, library) <= MOST_CLIMBS
        and all(level_of(pose, library) <= SITTING_LEVEL for pose in last)
    )


def count_climbs(poses: Sequence[Pose], library: Library) -> int:
    return sum(
        library.places[steps_of(after).starts_at].level > library.places[steps_of(before).ends_at].level
        for before, after in pairwise(poses)
    )


def arches_before_the_legs_go_up(poses: Sequence[Pose]) -> bool:
    raised = [index for index, pose in enumerate(poses) if raises_legs(pose)]
    return not raised or all(pose.features.ext == "none" for pose in poses[raised[0] + 1 :])


def rests_between_arch_and_bend(poses: Sequence[Pose]) -> bool:
    return not any(a.features.ext == "strong" and b.features.flex == "strong" for a, b in pairwise(poses))


def level_of(pose: Pose, library: Library) -> int:
    """Where the body is in the hold: 4 standing, 3 kneeling, 2 sitting, 1 lying."""
    return library.places[steps_of(pose).enter[-1].place].level


def raises_legs(pose: Pose) -> bool:
    return pose.features.legs in RAISED


def needs_level_rest(pose: Pose, library: Library) -> bool:
    """After a pose with raised legs or a low head, lying: level for a while before sitting up."""
    low = raises_legs(pose) or pose.features.head in LOW_HEAD
    return low and level_of(pose, library) < SITTING_LEVEL


def steps_of(pose: Pose) -> Steps:
    assert pose.steps is not None, f"{pose.slug} is explained, not led"
    return pose.steps

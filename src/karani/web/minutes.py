"""How many minutes a guide offers to practice its pose for."""

from karani.errors import RequestError
from karani.library import Library
from karani.library.pose import Pose
from karani.practice import Request, plan

MINUTE_S = 60
ROUND_ABOUT_MIN = 4
"""Getting in and out, and what stands before and after a hold."""
LEAST_MIN, MOST_MIN = 5, 60
MOST_MORE_MIN = 10
ASKS_POSE = "this-pose"


def usual_minutes(pose: Pose) -> int:
    """For this pose alone: its usual hold, and the way in and out."""
    held = round(pose.hold.usual_s * pose.sides / MINUTE_S) + ROUND_ABOUT_MIN
    return min(max(held, LEAST_MIN), MOST_MIN)


def enough_minutes(pose: Pose, library: Library) -> int:
    """The usual minutes, or as many more as a practice of it takes: with what it needs, with what most homes have, and with all."""
    needed = frozenset(pose.needed_props)
    usual = frozenset(prop.slug for prop in library.props.values() if prop.usual)
    homes = (needed, needed | usual, frozenset(library.props))
    first = usual_minutes(pose)
    spans = range(first, min(first + MOST_MORE_MIN, MOST_MIN) + 1)
    return next(
        (span for span in spans if all(can_be_led(pose, span, home, library) for home in homes)), first
    )


def can_be_led(pose: Pose, minutes: int, props: frozenset[str], library: Library) -> bool:
    try:
        plan(Request(ASKS_POSE, minutes, props, pose=pose.slug), library)
    except RequestError:
        return False
    return True

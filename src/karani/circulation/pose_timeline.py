"""A pose with what comes before and after it: standing, lying flat, the pose with its own breath, lying flat again.

What a pose does to the blood depends on the posture before it: much from standing, little from lying. So both stand in front.
"""

from dataclasses import dataclass

from karani.circulation.breathing_steps import hold_steps
from karani.circulation.timeline import PoseName, Step, Timeline
from karani.library.pose import Pose
from karani.library.vocabulary import Breathing

STANDING_S, LYING_S, AFTER_S = 120.0, 90.0, 60.0
LONGEST_HOLD_S = 480.0
"""After eight minutes hardly anything changes any more, in people and in the model."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PoseTimeline:
    """The steps, and from when to when one stands, lies, is in the pose and lies again [s]."""

    timeline: Timeline
    standing_s: Span
    lying_s: Span
    pose_s: Span
    after_s: Span


def timeline_of_pose(pose: Pose, protocol: Breathing, effort: float = 0.0) -> PoseTimeline:
    """`protocol` is the pose's own breath; `effort` what holding it takes."""
    hold_s = min(pose.hold.usual_s, LONGEST_HOLD_S)
    held = hold_steps(PoseName(pose.slug), hold_s, protocol, effort=effort)
    start_s = STANDING_S + LYING_S
    end_s = start_s + hold_s
    return PoseTimeline(
        timeline=Timeline((
            Step("standing", STANDING_S), Step("lying", LYING_S), *held, Step("lying", AFTER_S),
        )),
        standing_s=(0.0, STANDING_S),
        lying_s=(STANDING_S, start_s),
        pose_s=(start_s, end_s),
        after_s=(end_s, end_s + AFTER_S),
    )  # fmt: skip

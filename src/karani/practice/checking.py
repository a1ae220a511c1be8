"""A practice that comes back from storage is judged again before it is changed or led."""

from karani.errors import PracticeError
from karani.library.library import Library
from karani.library.pose import Pose
from karani.practice.budgets import shortest_form_s
from karani.practice.choosing import ROLES
from karani.practice.practice import Practice, Segment
from karani.practice.situation import Situation, check_request
from karani.practice.wording import spoken_time

SLACK_S = 1.0


def check_practice(practice: Practice, library: Library) -> Situation:
    """Raises PracticeError, RequestError or UnknownSlug in one sentence; what is closed to the person is not led."""
    situation = check_request(practice.request, library)
    mains = [segment for segment in practice.segments if segment.role == "main"]
    if len(mains) != 1:
        raise PracticeError(f"This practice has {len(mains)} main poses; one would be right. Plan it again.")
    for segment in practice.segments:
        check_segment(segment, library.pose(segment.slug), situation)
    return situation


def check_segment(segment: Segment, pose: Pose, situation: Situation) -> None:
    library = situation.library
    if not situation.is_open(pose.slug):
        raise PracticeError(f"{pose.name} cannot be led. {situation.closed[pose.slug].reason}")
    if segment.role not in ROLES:
        raise PracticeError(f"{segment.role!r} is not a role in a practice; there is {', '.join(ROLES)}.")
    if segment.breath not in library.breathings:
        raise PracticeError(f"{segment.breath!r} is not a breath; there is {', '.join(library.breathings)}.")
    unknown = [prop for prop in segment.props if prop not in library.props]
    if unknown:
        raise PracticeError(f"{unknown[0]!r} is not a prop; there is {', '.join(library.props)}.")
    check_hold(segment, pose)


def check_hold(segment: Segment, pose: Pose) -> None:
    least_s, most_s = shortest_form_s(pose.hold), pose.hold.most_s
    if segment.sides != pose.sides:
        raise PracticeError(f"{pose.name} has {pose.sides} side(s); this practice says {segment.sides}.")
    if not least_s - SLACK_S <= segment.hold_s <= most_s + SLACK_S:
        raise PracticeError(
            f"{pose.name} is held for {spoken_time(least_s)} to {spoken_time(most_s)}; "
            f"this practice says {segment.hold_s:.0f} seconds."
        )

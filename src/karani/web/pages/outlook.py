"""What Begin would lead, in two sentences: the poses in their order, and what is needed for them."""

from dataclasses import dataclass

from karani.errors import RequestError
from karani.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import Need
from karani.practice import Practice, Request, plan
from karani.practice.screening import screen
from karani.storage import Person
from karani.web.asking import ASKS_POSE, read_minutes, with_person
from karani.web.pages.common import and_list, with_article
from karani.web.pages.for_you import Known

MAIN = "main"


@dataclass(frozen=True, slots=True)
class Outlook:
    way: str
    props: str
    pose: Pose
    """The one whose drawing stands for the practice."""
    practice: Practice | None = None
    """What would be led, where something can be."""


def look_ahead(need: Need, minutes: str, library: Library, known: Known) -> Outlook:
    """Where nothing can be planned, the way is the planner's own sentence."""
    if need.slug == ASKS_POSE:
        return Outlook(need.sentence, "", main_pose(need, library, known.person))
    try:
        request = with_person(Request(need=need.slug, minutes=read_minutes(minutes)), known, library)
        practice = plan(request, library)
    except RequestError as refusal:
        return Outlook(str(refusal), "", main_pose(need, library, known.person))
    return Outlook(
        way(practice, library), props(practice, library), library.pose(main_slug(practice)), practice
    )


def way(practice: Practice, library: Library) -> str:
    names = [library.pose(segment.slug).name for segment in practice.segments]
    return f"{', then '.join(names)}."


def props(practice: Practice, library: Library) -> str:
    used = {prop for segment in practice.segments for prop in library.pose(segment.slug).needed_props}
    names = tuple(with_article(prop.name) for prop in library.props.values() if prop.slug in used)
    return f"You need {and_list(names)}." if names else "You need nothing but a floor."


def main_slug(practice: Practice) -> str:
    mains = [segment.slug for segment in practice.segments if segment.role == MAIN]
    return (mains or [segment.slug for segment in practice.segments])[0]


def main_pose(need: Need, library: Library, person: Person) -> Pose:
    """The first pose that meets the need and that this person may do; for a free choice, the library's first."""
    candidates = [library.pose(slug) for slug in need.main] or list(library.poses.values())
    allowed = (pose for pose in candidates if screen(pose, person.conditions, person.doctor_agreed).allowed)
    return next(allowed, candidates[0])

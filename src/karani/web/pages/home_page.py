"""Home asks one thing: what do you need?"""

from dataclasses import dataclass

from markupsafe import Markup

from karani.guide.refs import stands_at_wall
from karani.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import Need
from karani.practice.screening import screen
from karani.storage import Person
from karani.web.asking import ASKS_POSE, Asked
from karani.web.pages.common import Choice, and_list, link_to, with_article

MINUTES = (5, 10, 15, 20, 30, 45, 60)
USUAL_MINUTES = "20"


@dataclass(frozen=True, slots=True)
class NeedChoice:
    slug: str
    name: str
    sentence: str
    chosen: bool
    asks_pose: bool
    glyph: Markup
    wall: bool
    pose_name: str
    props_sentence: str


@dataclass(frozen=True, slots=True)
class HomePage:
    needs: tuple[NeedChoice, ...]
    minutes: tuple[Choice, ...]
    poses: tuple[Choice, ...]
    chosen: NeedChoice
    chosen_minutes: str
    first_time: bool
    first_visit: bool
    error: str


def compose_home(library: Library, person: Person, asked: Asked, error: str = "") -> HomePage:
    chosen = asked.need if asked.need in library.needs else next(iter(library.needs))
    minutes = asked.minutes or USUAL_MINUTES
    needs = tuple(describe_need(need, chosen, library, person) for need in library.needs.values())
    return HomePage(
        needs=needs,
        minutes=tuple(Choice(str(count), str(count), str(count) == minutes) for count in MINUTES),
        poses=list_poses(library, asked.pose),
        chosen=next(need for need in needs if need.chosen),
        chosen_minutes=minutes,
        first_time=asked.first_time,
        first_visit=not person.first_question_seen,
        error=error,
    )


def describe_need(need: Need, chosen: str, library: Library, person: Person) -> NeedChoice:
    pose = main_pose(need, library, person)
    return NeedChoice(
        slug=need.slug,
        name=need.name,
        sentence=need.sentence,
        chosen=need.slug == chosen,
        asks_pose=need.slug == ASKS_POSE,
        glyph=link_to(pose).glyph,
        wall=stands_at_wall(pose),
        pose_name=pose.name,
        props_sentence="" if need.slug == ASKS_POSE else props_sentence(pose, library),
    )


def main_pose(need: Need, library: Library, person: Person) -> Pose:
    """The first pose that meets the need and that this person may do; for a free choice, the library's first."""
    candidates = [library.pose(slug) for slug in need.main] or list(library.poses.values())
    allowed = (pose for pose in candidates if screen(pose, person.conditions, person.doctor_agreed).allowed)
    return next(allowed, candidates[0])


def props_sentence(pose: Pose, library: Library) -> str:
    names = tuple(with_article(library.props[use.prop].name) for use in pose.props if not use.optional)
    return f"You need {and_list(names)}." if names else ""


def list_poses(library: Library, chosen: str) -> tuple[Choice, ...]:
    """What "just this pose" offers: everything that is led."""
    led = (pose for pose in library.poses.values() if not pose.guide_only)
    return tuple(Choice(pose.slug, pose.name, pose.slug == chosen) for pose in led)

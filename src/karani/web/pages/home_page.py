"""Home asks one thing: what do you need?"""

from dataclasses import dataclass

from markupsafe import Markup

from karani.guide.refs import stands_at_wall
from karani.library import Library
from karani.library.vocabulary import Need
from karani.web.asking import ASKS_POSE, Asked
from karani.web.pages.common import Choice, link_to
from karani.web.pages.for_you import Known
from karani.web.pages.outlook import look_ahead

MINUTES = (5, 10, 15, 20, 30, 45, 60)
USUAL_MINUTES = "20"


@dataclass(frozen=True, slots=True)
class NeedChoice:
    slug: str
    name: str
    way: str
    props: str
    chosen: bool
    asks_pose: bool
    glyph: Markup
    wall: bool
    pose_name: str
    pose_slug: str


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


def compose_home(library: Library, known: Known, asked: Asked, error: str = "") -> HomePage:
    minutes = asked.minutes or USUAL_MINUTES
    needs = tuple(describe_need(need, asked, minutes, library, known) for need in library.needs.values())
    return HomePage(
        needs=needs,
        minutes=tuple(Choice(str(count), str(count), str(count) == minutes) for count in MINUTES),
        poses=list_poses(library, asked.pose),
        chosen=next(need for need in needs if need.chosen),
        chosen_minutes=minutes,
        first_time=asked.first_time,
        first_visit=not known.person.first_question_seen,
        error=error,
    )


def describe_need(need: Need, asked: Asked, minutes: str, library: Library, known: Known) -> NeedChoice:
    seen = look_ahead(need, minutes, library, known)
    return NeedChoice(
        slug=need.slug,
        name=need.name,
        way=seen.way,
        props=seen.props,
        chosen=need.slug == (asked.need if asked.need in library.needs else next(iter(library.needs))),
        asks_pose=need.slug == ASKS_POSE,
        glyph=link_to(seen.pose).glyph,
        wall=stands_at_wall(seen.pose),
        pose_name=seen.pose.name,
        pose_slug=seen.pose.slug,
    )


def list_poses(library: Library, chosen: str) -> tuple[Choice, ...]:
    """What "just this pose" offers: everything that is led."""
    led = (pose for pose in library.poses.values() if not pose.guide_only)
    return tuple(Choice(pose.slug, pose.name, pose.slug == chosen) for pose in led)

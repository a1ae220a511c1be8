"""The guide of a pose, and what it means for this person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from karani.guide import Guide
from karani.guide.credit import Credit, list_credits
from karani.guide.likeness import Likeness
from karani.guide.substitution import StandsIn
from karani.library import Library
from karani.library.pose import Pose
from karani.web.demands import Demands
from karani.web.minutes import MINUTE_S, MOST_MIN, usual_minutes
from karani.web.pages.anatomy_page import AnatomyPage
from karani.web.pages.blood_page import BloodSection
from karani.web.pages.common import PoseLink, link_to
from karani.web.pages.for_you import ForYou, Known, describe_for, may_be_led
from karani.web.pages.guide_cautions import Cautions, group_cautions
from karani.web.pages.spared import Spared
from karani.web.shelf import GuideShelf

WAYS_MIN = 2
"""Getting into and out of each pose beside it."""
PARAGRAPH_END = "</p>"


@dataclass(frozen=True, slots=True)
class GuidePage:
    guide: Guide
    text_first: str
    """Its first paragraph; `text_more` is the rest, empty where there is none."""
    text_more: str
    for_you: ForYou | None
    cautions: Cautions
    practise: bool
    minutes: int
    name_url: str
    body: AnatomyPage
    blood: BloodSection
    spared: Spared
    minutes_around: int
    """Enough for what goes before and after it; 0 where nothing does."""
    before: PoseLink | None
    after: PoseLink | None
    """Its neighbors in the library."""
    similar: tuple[Likeness, ...]
    stands_in: tuple[StandsIn, ...]
    credits: tuple[Credit, ...]
    linked: Mapping[str, Any]
    """The guide as schema.org says it."""


def compose_guide_page(
    pose: Pose,
    known: Known,
    shelf: GuideShelf,
    demands: Demands,
    *,
    body: AnatomyPage,
    blood: BloodSection,
    spared: Spared,
    speaks: bool,
) -> GuidePage:
    """`speaks`: a voice is here that can say the name."""
    guide, library = shelf.guide(pose.slug), shelf.library
    first, end, more = guide.text_html.partition(PARAGRAPH_END)
    return GuidePage(
        guide=guide,
        text_first=first + end,
        text_more=more.strip(),
        for_you=describe_for(known, pose, library),
        cautions=group_cautions(guide.cautions, known.person.conditions),
        practise=may_be_led(known, pose),
        minutes=shelf.minutes(pose.slug),
        name_url=f"/poses/{pose.slug}/name.mp3" if speaks and pose.sanskrit_name else "",
        body=body,
        blood=blood,
        spared=spared,
        minutes_around=minutes_around(pose, library),
        before=neighbor(pose, library, -1),
        after=neighbor(pose, library, +1),
        similar=demands.list_similar(pose, library),
        stands_in=shelf.stands_in(pose.slug),
        credits=list_credits(pose, library),
        linked=shelf.linked(pose.slug),
    )


def minutes_around(pose: Pose, library: Library) -> int:
    """Minutes in which its preparatory and counter poses find room, each with its usual hold and its ways; at most an hour."""
    others = [library.pose(slug) for slug in (*pose.preparatory_poses, *pose.counter_poses)]
    if not others:
        return 0
    around = sum(round(one.hold.usual_s * one.sides / MINUTE_S) + WAYS_MIN for one in others)
    return min(usual_minutes(pose) + around, MOST_MIN)


def neighbor(pose: Pose, library: Library, step: int) -> PoseLink | None:
    """The pose before or after it in the library; None at its ends."""
    slugs = list(library.poses)
    place = slugs.index(pose.slug) + step
    return link_to(library.poses[slugs[place]]) if 0 <= place < len(slugs) else None

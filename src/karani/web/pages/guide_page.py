"""The guide of a pose, and what it means for this person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from karani.guide import Guide, linked_data
from karani.library import Library
from karani.library.pose import Pose
from karani.web.pages.blood_page import BloodSection
from karani.web.pages.for_you import ForYou, Known, describe_for, may_be_led

MINUTE_S = 60
ROUND_ABOUT_MIN = 4
"""Getting in and out, and what stands before and after a hold."""
LEAST_MIN, MOST_MIN = 5, 60


@dataclass(frozen=True, slots=True)
class GuidePage:
    guide: Guide
    for_you: ForYou | None
    practise: bool
    minutes: int
    name_url: str
    blood: BloodSection
    linked: Mapping[str, Any]
    """The guide as schema.org says it."""


def compose_guide_page(
    guide: Guide, pose: Pose, known: Known, library: Library, blood: BloodSection, *, speaks: bool
) -> GuidePage:
    """`speaks`: a voice is here that can say the name."""
    return GuidePage(
        guide=guide,
        for_you=describe_for(known, pose, library),
        practise=may_be_led(known, pose),
        minutes=usual_minutes(pose),
        name_url=f"/poses/{pose.slug}/name.mp3" if speaks and pose.sanskrit_name else "",
        blood=blood,
        linked=linked_data(guide, library),
    )


def usual_minutes(pose: Pose) -> int:
    """Minutes to offer for this pose alone: its usual hold, and the way in and out."""
    held = round(pose.hold.usual_s * pose.sides / MINUTE_S) + ROUND_ABOUT_MIN
    return min(max(held, LEAST_MIN), MOST_MIN)

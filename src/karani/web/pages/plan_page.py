"""The plan of a practice: its poses on one floor, what to have beside you, what was left out and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from karani.library import Library
from karani.practice import LeftOut, Practice, Segment, list_swaps
from karani.web.figures.turn import turn_of
from karani.web.pages.common import PoseLink, and_list, link_or_none, link_to, with_article
from karani.web.pages.forecast import Forecast
from karani.web.pages.own_body_part import OwnBodyPart
from karani.web.times import minutes, time_of_day


@dataclass(frozen=True, slots=True)
class PropView:
    slug: str
    name: str
    household: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """One pose of the plan; `share` is its length in percent of the longest."""

    index: int
    link: PoseLink
    role: str
    role_name: str
    seconds: float
    share: int
    minutes_text: str
    hold_text: str
    sides: int
    breath_name: str
    reason: str
    notes: tuple[str, ...]
    props: tuple[str, ...]
    can_drop: bool
    swaps: tuple[PoseLink, ...]


@dataclass(frozen=True, slots=True)
class LeftOutView:
    link: PoseLink
    reason: str
    condition_name: str
    action_name: str
    instead: PoseLink | None


@dataclass(frozen=True, slots=True)
class PlanPage:
    id: str
    title: str
    minutes_text: str
    sentence: str
    play_url: str
    edit_url: str
    turn: str
    """Who stands in all its pictures."""
    first_time: bool
    error: str
    props: tuple[PropView, ...]
    segments: tuple[SegmentView, ...]
    closing_text: str
    warnings: tuple[str, ...]
    left_out: tuple[LeftOutView, ...]
    forecast: Forecast
    own: OwnBodyPart


def compose_plan(
    practice_id: str,
    practice: Practice,
    library: Library,
    now: datetime,
    *,
    forecast: Forecast,
    own: OwnBodyPart,
    error: str = "",
) -> PlanPage:
    """`now` is the person's own time, for "done at"."""
    props = tuple(dict.fromkeys(prop for segment in practice.segments for prop in segment.props))
    return PlanPage(
        id=practice_id,
        title=practice.title,
        minutes_text=minutes(practice.total_seconds),
        sentence=describe_plan(practice, props, library, now),
        play_url=f"/practices/{practice_id}/play",
        edit_url=f"/practices/{practice_id}/edit",
        turn=turn_of(practice, library),
        first_time=practice.request.first_time,
        error=error,
        props=tuple(
            PropView(slug, library.props[slug].name, library.props[slug].household) for slug in props
        ),
        segments=list_segments(practice, library),
        closing_text=f"At the end, {minutes(practice.closing_s)} to come back.",
        warnings=practice.warnings,
        left_out=tuple(
            describe_left_out(left, library) for left in practice.left_out if left.pose in library.poses
        ),
        forecast=forecast,
        own=own,
    )


def describe_plan(practice: Practice, props: tuple[str, ...], library: Library, now: datetime) -> str:
    names = tuple(with_article(library.props[prop].name) for prop in props)
    needed = f"You need {and_list(names)}." if names else "You need nothing but a floor."
    done = now + timedelta(seconds=practice.total_seconds)
    return f"{needed} Done at {time_of_day(done)} if you begin now."


def list_segments(practice: Practice, library: Library) -> tuple[SegmentView, ...]:
    longest = max(segment.seconds for segment in practice.segments)
    return tuple(
        describe_segment(index, segment, longest, practice, library)
        for index, segment in enumerate(practice.segments)
    )


def describe_segment(
    index: int, segment: Segment, longest: float, practice: Practice, library: Library
) -> SegmentView:
    return SegmentView(
        index=index,
        link=link_to(library.pose(segment.slug)),
        role=segment.role,
        role_name=library.words["role"][segment.role],
        seconds=segment.seconds,
        share=max(1, round(100 * segment.seconds / longest)),
        minutes_text=minutes(segment.seconds),
        hold_text=minutes(segment.hold_s),
        sides=segment.sides,
        breath_name=describe_breath(segment.breath, library),
        reason=segment.reason,
        notes=segment.notes,
        props=tuple(library.props[prop].name for prop in segment.props),
        can_drop=segment.role != "main" and len(practice.segments) > 1,
        swaps=tuple(link_to(pose) for pose in list_swaps(practice, index, library)),
    )


def describe_breath(slug: str, library: Library) -> str:
    """Empty for natural breath, which is not paced."""
    breathing = library.breathings[slug]
    return breathing.name if breathing.stages else ""


def describe_left_out(left: LeftOut, library: Library) -> LeftOutView:
    condition = library.conditions.get(left.condition or "")
    return LeftOutView(
        link=link_to(library.pose(left.pose)),
        reason=left.reason,
        condition_name=condition.name if condition else "",
        action_name=library.words["action"].get(left.action, "") if condition else "",
        instead=link_or_none(left.instead, library),
    )

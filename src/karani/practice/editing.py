"""Changing a practice before it starts: longer, shorter, drop, swap. What comes out is a correct whole of the same minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from karani.errors import KaraniError, PracticeError
from karani.library.library import Library
from karani.library.pose import Pose
from karani.practice.assembling import assemble
from karani.practice.budgets import SECOND_RAISED_MOST_S, shortest_form_s
from karani.practice.checking import check_practice
from karani.practice.choosing import (
    Choice,
    choose_again,
    list_candidates,
    list_easier,
    list_forms,
    list_mains,
)
from karani.practice.holds import Span, fit_holds, least_total, most_total
from karani.practice.layout import Layout, lay_out
from karani.practice.neighbors import may_stand
from karani.practice.order import keeps_order, raises_legs
from karani.practice.practice import Practice, Segment
from karani.practice.situation import Situation
from karani.practice.wording import spoken_time

ChangeKind = Literal["longer", "shorter", "drop", "swap"]

LONG_HOLD_S, LONG_STEP_S, SHORT_STEP_S = 180.0, 60.0, 15.0
LEAST_STEP_S = 5.0
"""A change that comes to less is refused with the reason."""


@dataclass(frozen=True, slots=True)
class Change:
    """One wish of the person: what, at which segment (from 0), and for a swap to which pose or form."""

    change: ChangeKind
    segment: int
    to: str | None = None


def edit(practice: Practice, change: Change, library: Library) -> Practice:
    """Raises PracticeError in one sentence where the change cannot be a whole."""
    situation = check_practice(practice, library)
    segment = find_segment(practice, change.segment)
    return replace(changed(practice, change, segment, situation), body=practice.body)


def changed(practice: Practice, change: Change, segment: Segment, situation: Situation) -> Practice:
    if change.change == "drop":
        return drop(practice, segment, situation)
    if change.change == "swap":
        return swap(practice, segment, change.to, situation)
    if change.change in ("longer", "shorter"):
        return resize(practice, segment, change.change, situation)
    raise PracticeError(f"{change.change!r} is not a change; there is {', '.join(get_args(ChangeKind))}.")


def list_swaps(practice: Practice, segment: int, library: Library) -> tuple[Pose, ...]:
    """The poses and forms that may take a segment's place, best first."""
    situation = check_practice(practice, library)
    replaced = find_segment(practice, segment)
    return tuple(
        pose
        for pose in list_swap_candidates(replaced, situation)
        if try_swap(practice, replaced, pose, situation) is not None
    )


def find_segment(practice: Practice, index: int) -> Segment:
    if not isinstance(index, int) or not 0 <= index < len(practice.segments):
        raise PracticeError(f"This practice has poses 0 to {len(practice.segments) - 1}; {index} was named.")
    return practice.segments[index]


def resize(
    practice: Practice, segment: Segment, change: Literal["longer", "shorter"], situation: Situation
) -> Practice:
    if len(practice.segments) == 1:
        raise PracticeError(f"{name_of(segment, situation)} is the whole practice; choose other minutes.")
    layout = lay_out(keep(practice.segments, situation), situation)
    own = span_of(segment, situation)
    others = [span_of(other, situation) for other in practice.segments if other is not segment]
    hold_s = reachable_hold(segment, change, own, others, situation.seconds - layout.fixed_s)
    if hold_s is None:
        raise PracticeError(refuse_resize(segment, change, own, situation))
    index = practice.segments.index(segment)
    others.insert(index, Span(hold_s, hold_s, hold_s, segment.sides))
    return finish(layout, others, situation)


def reachable_hold(
    segment: Segment, change: ChangeKind, own: Span, others: Sequence[Span], available_s: float
) -> float | None:
    """As far toward one step more or less as the pose itself and the others allow; None where that is nothing."""
    step_s = LONG_STEP_S if segment.hold_s >= LONG_HOLD_S else SHORT_STEP_S
    wished_s = segment.hold_s + (step_s if change == "longer" else -step_s)
    lower_s = max(own.least_s, (available_s - most_total(others)) / own.sides)
    upper_s = min(own.most_s, (available_s - least_total(others)) / own.sides)
    hold_s = min(max(wished_s, lower_s), upper_s)
    moved_s = hold_s - segment.hold_s if change == "longer" else segment.hold_s - hold_s
    return hold_s if moved_s >= LEAST_STEP_S and lower_s <= upper_s else None


def refuse_resize(segment: Segment, change: ChangeKind, own: Span, situation: Situation) -> str:
    name = name_of(segment, situation)
    if change == "longer" and segment.hold_s > own.most_s - LEAST_STEP_S:
        return f"{name} is held no longer than {spoken_time(own.most_s)}."
    if change == "shorter" and segment.hold_s < own.least_s + LEAST_STEP_S:
        return f"{name} is held for no less than {spoken_time(own.least_s)}."
    others = "shorter" if change == "longer" else "longer"
    return f"{name} cannot be {change}: no other pose may be {others}. Choose other minutes, or drop a pose."


def drop(practice: Practice, segment: Segment, situation: Situation) -> Practice:
    name = name_of(segment, situation)
    if segment.role == "main":
        raise PracticeError(f"{name} is what this practice is for; swap it, or choose another need.")
    kept = [other for other in practice.segments if other is not segment]
    choices = keep(kept, situation)
    if not keeps_order(choices, situation.library):
        raise PracticeError(f"Without {name} the other poses do not follow each other.")
    try:
        return finish(lay_out(choices, situation), [span_of(other, situation) for other in kept], situation)
    except PracticeError as error:
        raise PracticeError(f"Without {name} the others cannot fill the minutes; swap it instead.") from error


def swap(practice: Practice, segment: Segment, to: str | None, situation: Situation) -> Practice:
    candidates = {pose.slug: pose for pose in list_swap_candidates(segment, situation)}
    swapped = try_swap(practice, segment, candidates[to], situation) if to in candidates else None
    if swapped is not None:
        return swapped
    fitting = [
        pose.name for pose in candidates.values() if try_swap(practice, segment, pose, situation) is not None
    ]
    known = situation.library.poses.get(to or "")
    wanted = known.name if known else repr(to)
    hint = f"These can: {', '.join(fitting)}." if fitting else "No other pose can."
    raise PracticeError(f"{wanted} cannot take the place of {name_of(segment, situation)} here. {hint}")


def list_swap_candidates(segment: Segment, situation: Situation) -> list[Pose]:
    """Other forms, what is easier, and what the need would have in this role."""
    pose = situation.library.pose(segment.slug)
    slugs = [*list_forms(pose, situation), *pose.easier]
    slugs += [choice.pose.slug for choice in list_easier(pose.root, situation)]
    others = list_mains(situation) if segment.role == "main" else list_candidates(segment.role, situation)
    slugs += [choice.pose.slug for choice in others]
    wanted = dict.fromkeys(slug for slug in slugs if slug != pose.slug and situation.is_open(slug))
    return [situation.library.poses[slug] for slug in wanted]


def try_swap(practice: Practice, segment: Segment, pose: Pose, situation: Situation) -> Practice | None:
    new = choose_again(segment.role, pose.slug, situation)
    choices = [
        new if kept is segment else choice
        for kept, choice in zip(practice.segments, keep(practice.segments, situation), strict=True)
    ]
    if not keeps_order(choices, situation.library) or not (segment.role == "main" or may_stand(new)):
        return None
    spans = [
        span_for(pose, segment.role, segment.hold_s) if kept is segment else span_of(kept, situation)
        for kept in practice.segments
    ]
    try:
        return finish(lay_out(choices, situation), spans, situation)
    except KaraniError:
        return None


def keep(segments: Sequence[Segment], situation: Situation) -> list[Choice]:
    return [choose_again(segment.role, segment.slug, situation) for segment in segments]


def span_of(segment: Segment, situation: Situation) -> Span:
    return span_for(situation.library.pose(segment.slug), segment.role, segment.hold_s)


def span_for(pose: Pose, role: str, wish_s: float) -> Span:
    """The main pose may go down to its marked short form."""
    least_s = shortest_form_s(pose.hold) if role == "main" else pose.hold.least_s
    most_s = pose.hold.most_s
    if role != "main" and raises_legs(pose):
        most_s = min(most_s, SECOND_RAISED_MOST_S)
    return Span(least_s, min(max(wish_s, least_s), most_s), most_s, pose.sides)


def finish(layout: Layout, spans: Sequence[Span], situation: Situation) -> Practice:
    holds = fit_holds(spans, situation.seconds - layout.fixed_s)
    if holds is None:
        raise PracticeError("These poses do not fit the minutes; choose other minutes, or swap one.")
    return assemble(layout, holds, situation)


def name_of(segment: Segment, situation: Situation) -> str:
    return situation.library.pose(segment.slug).name

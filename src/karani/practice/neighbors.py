"""Which poses join the main one: those worth their time, and those needed to fill the minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from karani.practice.budgets import (
    FILLS,
    FIRST_TIME_MOST_S,
    LONG_REST_S,
    MAIN_WORTH_SHARE,
    SECOND_RAISED_MOST_S,
    WORTH_SHARE,
    Budget,
    budget_for,
    joins_before_sleep,
    short_form_s,
)
from karani.practice.choosing import Choice, list_candidates
from karani.practice.holds import Span, least_total, most_total
from karani.practice.layout import lay_out
from karani.practice.order import in_order, keeps_order, raises_legs
from karani.practice.situation import Situation
from karani.practice.ways import can_stay


def join_neighbors(chosen: list[Choice], situation: Situation) -> list[Choice]:
    """Whatever leaves every hold at least worth its while; a pose asked for by name stays alone."""
    if situation.request.pose is not None:
        return chosen
    budget = budget_for(situation.request.minutes)
    for role in joins_of(budget, chosen[0], situation):
        chosen = join_first(role, chosen, budget, situation)
    return chosen


def joins_of(budget: Budget, main: Choice, situation: Situation) -> tuple[str, ...]:
    """A main pose to fall asleep in is its own last rest."""
    if not situation.stays_at_the_end():
        return budget.joins
    joins = joins_before_sleep(budget)
    return (
        tuple(role for role in joins if role != "rest") if can_stay(main.pose, situation.library) else joins
    )


def join_first(role: str, chosen: list[Choice], budget: Budget, situation: Situation) -> list[Choice]:
    roots = {choice.pose.root for choice in chosen}
    for candidate in list_candidates(role, situation):
        if candidate.pose.root in roots or not may_stand(candidate):
            continue
        joined = in_order([*chosen, candidate], situation.library)
        if keeps_order(joined, situation.library) and is_worth_it(joined, budget, situation):
            return joined
    return chosen


def may_stand(candidate: Choice) -> bool:
    """Beside the main pose the legs go up for five minutes at most."""
    return not raises_legs(candidate.pose) or candidate.pose.hold.least_s <= SECOND_RAISED_MOST_S


def is_worth_it(chosen: Sequence[Choice], budget: Budget, situation: Situation) -> bool:
    layout = lay_out(chosen, situation)
    worth_s = sum(worth_of(choice, budget, situation) * choice.pose.sides for choice in chosen)
    return layout.fixed_s + worth_s <= situation.seconds


def worth_of(choice: Choice, budget: Budget, situation: Situation) -> float:
    span = span_of(choice, budget, first_time=situation.request.first_time)
    if choice.role == "main" and not situation.request.first_time:
        return max(choice.pose.hold.least_s, span.at(MAIN_WORTH_SHARE))
    return span.at(WORTH_SHARE)


def fill(chosen: list[Choice], situation: Situation) -> list[Choice]:
    """More poses where those chosen cannot fill the minutes, the first-timer's short main pose included."""
    for candidate in list_fills(situation):
        if can_fill(chosen, situation):
            return chosen
        joined = in_order([*chosen, candidate], situation.library)
        if may_stand(candidate) and keeps_order(joined, situation.library) and fits(joined, situation):
            chosen = joined
    return chosen


def list_fills(situation: Situation) -> Iterator[Choice]:
    """What the need or the named pose brings, and at last any restful pose."""
    for role in FILLS:
        yield from list_candidates(role, situation)
    yield from list_restful(situation)


def list_restful(situation: Situation) -> list[Choice]:
    """Open poses to lie in for long, first those that serve the need, then those that ask for the fewest props."""
    open_poses = [pose for pose in situation.library.poses.values() if situation.is_open(pose.slug)]
    restful = [
        pose for pose in open_poses if pose.hold.usual_s >= LONG_REST_S and can_stay(pose, situation.library)
    ]
    restful.sort(key=lambda pose: (situation.need.slug not in pose.needs, len(pose.needed_props), pose.slug))
    return [Choice("rest", pose) for pose in restful]


def can_fill(chosen: Sequence[Choice], situation: Situation) -> bool:
    most_s = lay_out(chosen, situation).fixed_s + most_total(spans_of(chosen, situation))
    return most_s >= situation.seconds


def fits(chosen: Sequence[Choice], situation: Situation) -> bool:
    return lay_out(chosen, situation).fixed_s + least_total(spans_of(chosen, situation)) <= situation.seconds


def spans_of(chosen: Sequence[Choice], situation: Situation) -> list[Span]:
    budget = budget_for(situation.request.minutes)
    return [span_of(choice, budget, first_time=situation.request.first_time) for choice in chosen]


def span_of(choice: Choice, budget: Budget, *, first_time: bool) -> Span:
    hold, raised = choice.pose.hold, raises_legs(choice.pose)
    least_s, most_s = hold.least_s, hold.most_s
    if raised and choice.role != "main":
        most_s = min(most_s, SECOND_RAISED_MOST_S)
    if raised and choice.role == "main" and first_time:
        least_s = short_form_s(hold)
        most_s = max(min(most_s, FIRST_TIME_MOST_S), least_s)
    wish_s = min(max(budget.hold_s[choice.role], least_s), most_s)
    return Span(least_s, wish_s, most_s, choice.pose.sides)


def let_main_grow(spans: Sequence[Span], chosen: Sequence[Choice]) -> list[Span]:
    """A first-timer's main pose lasts longer than it should only where nothing else can fill the minutes."""
    return [
        replace(span, most_s=choice.pose.hold.most_s) if choice.role == "main" else span
        for span, choice in zip(spans, chosen, strict=True)
    ]

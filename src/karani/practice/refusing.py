"""The one sentence where nothing fits: what was asked for, what is lacking, and what would help."""

from collections.abc import Sequence
from dataclasses import replace

from karani.practice import wording
from karani.practice.budgets import shortest_form_s
from karani.practice.choosing import Choice, is_for_one_pose, list_wished
from karani.practice.holds import most_total
from karani.practice.layout import lay_out
from karani.practice.neighbors import fill, let_main_grow, spans_of
from karani.practice.props import missing_props
from karani.practice.searching import find_practice
from karani.practice.situation import LEAST_MINUTES, MOST_MINUTES, Situation

MOST_WAYS = 2
"""So many ways to help are named."""
NEARBY = (0, -1, 1, -2)
"""An estimate of minutes is off where optional props come or go with them."""


def refuse(mains: Sequence[Choice], situation: Situation) -> str:
    if mains:
        return refuse_minutes(mains, situation)
    lacking = list_lacking(situation)
    if lacking:
        return refuse_for_props(lacking, situation)
    return refuse_for_person(situation)


def refuse_minutes(mains: Sequence[Choice], situation: Situation) -> str:
    asked = wording.capitalized(wording.minutes_word(situation.request.minutes))
    name, possible = mains[0].pose.name, find_minutes(mains, situation)
    if possible is None:
        return f"{name} is all that is left for you, and it makes no practice. Choose another need."
    props = ", or add props" if any(left.action == "prop" for left in situation.closed.values()) else ""
    ask = f"Ask for {wording.minutes_word(possible)}"
    if possible > situation.request.minutes:
        return f"{asked} are too short for {name}. {ask}."
    return f"{asked} are more than {name} and what goes with it can fill. {ask}{props}."


def find_minutes(mains: Sequence[Choice], situation: Situation) -> int | None:
    """Minutes near those asked for in which a practice does fit: first where it is likely, then anywhere."""
    estimates = {estimate for main in mains for estimate in estimate_minutes(main, situation)}
    likely = {estimate + step for estimate in estimates for step in NEARBY}
    everywhere = set(range(LEAST_MINUTES, MOST_MINUTES + 1))
    for group in (likely & everywhere, everywhere - likely):
        for minutes in sorted(group, key=lambda minutes: abs(minutes - situation.request.minutes)):
            if find_practice(mains, with_minutes(situation, minutes)):
                return minutes
    return None


def with_minutes(situation: Situation, minutes: int) -> Situation:
    return replace(situation, request=replace(situation.request, minutes=minutes))


def estimate_minutes(main: Choice, situation: Situation) -> tuple[int, int]:
    """The shortest and the longest practice around a main pose, by the ways and holds that now come into question."""
    shortest_s = lay_out([main], situation).fixed_s + shortest_form_s(main.pose.hold) * main.pose.sides
    chosen = fill([main], situation)
    longest_s = most_total(let_main_grow(spans_of(chosen, situation), chosen))
    longest_s += lay_out(chosen, situation).fixed_s
    return int(-(-shortest_s // 60)), int(longest_s // 60)


def list_lacking(situation: Situation) -> list[tuple[str, ...]]:
    """Names of the props that would open a main pose: each set is one way, the smallest first."""
    poses, props = situation.library.poses, situation.library.props
    closed = [slug for slug in list_wished(situation) if is_closed_by_props(slug, situation)]
    ways = dict.fromkeys(missing_props(poses[slug], situation.props) for slug in closed)
    least = [way for way in ways if not any(set(other) < set(way) for other in ways)]
    return [tuple(props[slug].name for slug in way) for way in sorted(least, key=len)][:MOST_WAYS]


def is_closed_by_props(slug: str, situation: Situation) -> bool:
    left_out = situation.closed.get(slug)
    return left_out is not None and left_out.action == "prop"


def refuse_for_props(ways: Sequence[tuple[str, ...]], situation: Situation) -> str:
    asked = wording.capitalized(wording.minutes_word(situation.request.minutes))
    names = dict.fromkeys(name for way in ways for name in way)
    without = wording.joined([f"no {name}" for name in names])
    add = " or ".join(wording.joined([wording.with_article(name) for name in way]) for way in ways)
    return f"{asked} with {without} leave nothing {aim_of(situation)}. Add {add}, or choose another need."


def aim_of(situation: Situation) -> str:
    if not is_for_one_pose(situation):
        return situation.need.title
    return f"of {situation.library.pose(list_wished(situation)[0]).name}"


def refuse_for_person(situation: Situation) -> str:
    """The reason of the first wish says which answer, or which note, stands in the way."""
    wished = list_wished(situation)
    if not wished:
        return "No pose was named. Choose the pose that you want to practice."
    pose = situation.library.pose(wished[0])
    reason = situation.closed[pose.slug].reason
    others = (*pose.easier, *(caution.instead for caution in pose.cautions if caution.instead))
    kinder = [situation.library.poses[slug].name for slug in others if situation.is_open(slug)][:1]
    choose = f"Choose another pose, {kinder[0]} for one." if kinder else "Choose another need or pose."
    return f"{pose.name} cannot be led for you now. {reason} {choose}"

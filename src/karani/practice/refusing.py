"""The one sentence where nothing fits: what was asked for, what is lacking, and what would help."""

from collections.abc import Sequence

from karani.practice import wording
from karani.practice.budgets import shortest_form_s
from karani.practice.choosing import Choice, list_wished
from karani.practice.layout import lay_out
from karani.practice.neighbors import fill, most_seconds
from karani.practice.props import missing_props
from karani.practice.situation import Situation


def refuse(mains: Sequence[Choice], situation: Situation) -> str:
    if mains:
        return refuse_minutes(mains, situation)
    lacking = list_lacking(situation)
    if lacking:
        return refuse_for_props(lacking, situation)
    return refuse_for_person(situation)


def refuse_minutes(mains: Sequence[Choice], situation: Situation) -> str:
    asked = wording.capitalized(wording.minutes_word(situation.request.minutes))
    least = min(shortest_minutes(main, situation) for main in mains)
    if least > situation.request.minutes:
        return (
            f"{asked} are too short for {mains[0].pose.name}. Ask for {wording.minutes_word(least)} or more."
        )
    most = max(longest_minutes(main, situation) for main in mains)
    return (
        f"{asked} are more than {mains[0].pose.name} can fill for you. "
        f"Ask for {wording.minutes_word(most)} or less, or add props."
    )


def shortest_minutes(main: Choice, situation: Situation) -> int:
    seconds = lay_out([main], situation).fixed_s + shortest_form_s(main.pose.hold) * main.pose.sides
    return int(-(-seconds // 60))


def longest_minutes(main: Choice, situation: Situation) -> int:
    return int(most_seconds(fill([main], situation), situation) // 60)


def list_lacking(situation: Situation) -> list[str]:
    """Names of the props that would open a main pose."""
    poses = situation.library.poses
    closed = [slug for slug in list_wished(situation) if is_closed_by_props(slug, situation)]
    slugs = [prop for slug in closed for prop in missing_props(poses[slug], situation.props)]
    return [situation.library.props[slug].name for slug in dict.fromkeys(slugs)]


def is_closed_by_props(slug: str, situation: Situation) -> bool:
    left_out = situation.closed.get(slug)
    return left_out is not None and left_out.action == "prop"


def refuse_for_props(lacking: Sequence[str], situation: Situation) -> str:
    asked = wording.capitalized(wording.minutes_word(situation.request.minutes))
    without = wording.joined([f"no {name}" for name in lacking])
    add = wording.joined([wording.with_article(name) for name in lacking], "or")
    return f"{asked} with {without} leave nothing {aim_of(situation)}. Add {add}, or choose another need."


def aim_of(situation: Situation) -> str:
    wished = situation.request.pose
    return f"of {situation.library.poses[wished].name}" if wished else situation.need.title


def refuse_for_person(situation: Situation) -> str:
    """The reason of the first wish says which answer, or which note, stands in the way."""
    wished = list_wished(situation)
    if not wished:
        return "No pose was named. Choose the pose that you want to practice."
    pose = situation.library.pose(wished[0])
    reason = situation.closed[pose.slug].reason
    return f"{pose.name} cannot be led for you now. {reason} Choose another need or pose."

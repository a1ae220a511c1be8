"""Which poses come into question for a role, best first: the need's own, the forms that stand in, what asks for less."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from karani.library.pose import Pose
from karani.practice.practice import LeftOut
from karani.practice.situation import Situation

ROLES = ("arrive", "prepare", "support", "main", "rest", "return")
"""In the order of a practice: content follows it too, with `return_to` for the last."""
SITTING_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A pose in a role. `place_of` is the pose it takes the place of."""

    role: str
    pose: Pose
    place_of: str | None = None


def list_wished(situation: Situation) -> tuple[str, ...]:
    """The main poses that were asked for: one by name, or the need's."""
    wished = situation.request.pose
    return (wished,) if wished else situation.need.main


def is_for_one_pose(situation: Situation) -> bool:
    """A pose was named, or the need has no other phase than the main one."""
    others = any(need_phase(role, situation) for role in ROLES if role != "main")
    return situation.request.pose is not None or not others


def list_mains(situation: Situation) -> list[Choice]:
    """Main poses that are open, best first; a closed one is followed by what the rules name in its place.

    A pose that was asked for by name gives way only where it is closed.
    """
    wished = list_wished(situation)
    if situation.request.pose is not None and situation.is_open(situation.request.pose):
        return [Choice("main", situation.library.poses[situation.request.pose])]
    found: dict[str, Choice] = {}
    for slug in wished:
        for choice in open_or_instead("main", slug, situation):
            found.setdefault(choice.pose.slug, choice)
    for slug in wished:
        for choice in list_easier(slug, situation):
            found.setdefault(choice.pose.slug, choice)
    return list(found.values())


def open_or_instead(role: str, slug: str, situation: Situation) -> Iterator[Choice]:
    if situation.is_open(slug):
        yield Choice(role, situation.library.poses[slug])
        return
    left_out = situation.closed.get(slug)
    if left_out and left_out.instead:
        yield Choice(role, situation.library.poses[left_out.instead], place_of=slug)


def list_easier(slug: str, situation: Situation) -> Iterator[Choice]:
    """Forms of the same pose, and easier poses that serve the same need, for want of a prop or of time."""
    pose = situation.library.poses.get(slug)
    if pose is None or pose.guide_only:
        return
    for other in (*pose.easier, *list_forms(pose, situation)):
        if situation.is_open(other) and serves(situation.library.poses[other], pose, situation):
            yield Choice("main", situation.library.poses[other], place_of=slug)


def list_forms(pose: Pose, situation: Situation) -> tuple[str, ...]:
    forms = situation.library.forms_of(pose.root)
    return tuple(slug for slug in (pose.root, *(form.slug for form in forms)) if slug != pose.slug)


def serves(pose: Pose, wished: Pose, situation: Situation) -> bool:
    return pose.root == wished.root or situation.need.slug in pose.needs or situation.request.pose is not None


def list_candidates(role: str, situation: Situation) -> list[Choice]:
    """Poses for a role beside the main one. A closed pose may be followed by another form of itself, nothing else."""
    found: dict[str, Choice] = {}
    for slug in list_phase(role, situation):
        for choice in own_forms(role, slug, situation):
            found.setdefault(choice.pose.slug, choice)
    return list(found.values())


def choose_again(role: str, slug: str, situation: Situation) -> Choice:
    """The choice that planning would have made of this pose, so that a practice that stands keeps its reasons."""
    candidates = list_mains(situation) if role == "main" else list_candidates(role, situation)
    same = [choice for choice in candidates if choice.pose.slug == slug]
    return same[0] if same else Choice(role, situation.library.pose(slug))


def own_forms(role: str, slug: str, situation: Situation) -> Iterator[Choice]:
    pose = situation.library.poses.get(slug)
    if pose is None:
        return
    if situation.is_open(slug):
        yield Choice(role, pose)
        return
    for other in list_forms(pose, situation):
        if situation.is_open(other):
            yield Choice(role, situation.library.poses[other], place_of=slug)


def list_phase(role: str, situation: Situation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*need_phase(role, situation), *list_neighbors(role, situation))))


def need_phase(role: str, situation: Situation) -> tuple[str, ...]:
    need = situation.need
    phases = {
        "arrive": need.arrive,
        "prepare": need.prepare,
        "support": need.support,
        "main": list_wished(situation),
        "rest": need.rest,
        "return": need.return_to,
    }
    return phases[role]


def list_neighbors(role: str, situation: Situation) -> tuple[str, ...]:
    """A pose asked for by name brings its own preparatory and counter poses."""
    wished = situation.request.pose
    if wished is None:
        return ()
    pose = situation.library.poses[wished]
    if role == "prepare":
        return pose.preparatory_poses
    wanted_level = {"rest": SITTING_LEVEL - 1, "return": SITTING_LEVEL}.get(role)
    return tuple(slug for slug in pose.counter_poses if level_of_slug(slug, situation) == wanted_level)


def level_of_slug(slug: str, situation: Situation) -> int | None:
    pose = situation.library.poses.get(slug)
    if pose is None or pose.steps is None:
        return None
    return situation.library.places[pose.steps.enter[-1].place].level


def list_left_out(situation: Situation, used: frozenset[str]) -> tuple[LeftOut, ...]:
    """Every pose that the need or the person would have had, and a rule, a want or a wish left out."""
    phases = ("main", *(role for role in ROLES if role != "main"))
    slugs = [slug for role in phases for slug in need_phase(role, situation)]
    slugs += situation.need.leave_out
    closed = [situation.closed[slug] for slug in dict.fromkeys(slugs) if slug in situation.closed]
    return tuple(tell_instead(left, used, situation) for left in closed if left.pose not in used)


def tell_instead(left_out: LeftOut, used: frozenset[str], situation: Situation) -> LeftOut:
    """Says which pose took the place, if it is in this practice."""
    if left_out.instead not in used:
        return left_out
    instead = situation.library.pose(left_out.instead or "")
    return replace(left_out, reason=f"{left_out.reason} {instead.name} takes its place.")

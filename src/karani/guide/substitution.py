"""For whom a pose takes the place of another: "instead of Headstand, with a neck problem"."""

from collections import defaultdict
from dataclasses import dataclass

from karani.guide.guide import PoseRef
from karani.guide.refs import refer_to
from karani.library import Library
from karani.library.pose import Pose


@dataclass(frozen=True, slots=True)
class StandsIn:
    """The pose whose place is taken, and the conditions, by name, in which it is."""

    ref: PoseRef
    conditions: tuple[str, ...]


def list_stands_in(pose: Pose, library: Library) -> tuple[StandsIn, ...]:
    """Taken from the same cautions that lead a practice; other poses first, forms of this one after them."""
    found = defaultdict(list)
    for other in library.poses.values():
        for caution in other.cautions:
            if caution.instead == pose.slug:
                found[other.slug].append(library.conditions[caution.condition].name)
    ordered = sorted(found, key=lambda slug: (library.pose(slug).root == pose.root, -len(found[slug]), slug))
    return tuple(StandsIn(refer_to(library.pose(slug)), tuple(found[slug])) for slug in ordered)

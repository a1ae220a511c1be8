"""What a plan says of the person's own body: how far from the wall it rests, and by what something easier is offered."""

from collections.abc import Mapping
from dataclasses import dataclass

from karani.library import Library
from karani.library.distances import says_distance
from karani.practice import Practice
from karani.practice.settled import tell_rest
from karani.storage import Person

BY_LOAD = "If a part of you hurts, what asks less of it is offered first, as computed for your body."
RAISE_UNKNOWN = "How far your straight leg lifts would tell it closer."


@dataclass(frozen=True, slots=True)
class OwnBodyPart:
    """`lines` by the number of the segment; a segment that may yet get one has an empty one."""

    url: str
    lines: Mapping[int, str]
    raise_unknown: str
    """What would make the distance better known; empty where it was told, or where no distance is said."""
    offers: str
    waits: bool


@dataclass(frozen=True, slots=True)
class OwnBodyPage:
    plan_url: str
    own: OwnBodyPart


def compose_own_body(
    practice_id: str, practice: Practice, person: Person, library: Library, *, waits: bool
) -> OwnBodyPart:
    rests = {rest.pose: rest for rest in practice.body.rests}
    lines = {
        index: tell_rest(rests[segment.slug]) if segment.slug in rests else ""
        for index, segment in enumerate(practice.segments)
        if says_distance(library.pose(segment.slug))
    }
    unsaid = person.straight_leg_raise_deg is None and any(lines.values())
    return OwnBodyPart(
        url=f"/practices/{practice_id}/own-body",
        lines=lines,
        raise_unknown=RAISE_UNKNOWN if unsaid else "",
        offers=BY_LOAD if practice.body.loads else "",
        waits=waits,
    )

"""From what a form or the API asks to a request that the planner answers."""

from dataclasses import dataclass, replace

from karani.errors import RequestError
from karani.library import Library
from karani.practice import Practice, Request, plan
from karani.web.pages.for_you import Known

ASKS_POSE = "this-pose"
"""The need that is one pose of the person's choice."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as it was typed; empty where nothing was."""

    need: str = ""
    minutes: str = ""
    pose: str = ""
    first_time: bool = False
    collection: str = ""


def request_for(asked: Asked, known: Known, library: Library) -> Request:
    """Raises RequestError where a need, a pose or minutes are wanting."""
    if asked.collection:
        return with_person(request_for_collection(asked, library), known, library)
    if not asked.need:
        raise RequestError(f"Choose a need first: {', '.join(library.needs)}.")
    if asked.need == ASKS_POSE and not asked.pose:
        raise RequestError("Choose the pose first.")
    request = Request(
        need=asked.need,
        minutes=read_minutes(asked.minutes),
        pose=asked.pose if asked.need == ASKS_POSE else None,
        first_time=asked.first_time,
    )
    return with_person(request, known, library)


def request_for_collection(asked: Asked, library: Library) -> Request:
    """A collection knows its need, and minutes for who names none."""
    collection = library.collection(asked.collection)
    minutes = read_minutes(asked.minutes) if asked.minutes else collection.minutes
    return Request(collection.need, minutes, first_time=asked.first_time, collection=collection.slug)


def read_minutes(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise RequestError(f"{typed[:20]!r} is not a number of minutes; 5 to 60 would be.")
    return int(typed[:9])


def with_person(request: Request, known: Known, library: Library) -> Request:
    """What the person told, as far as this library knows it; until they say, they have what most homes have."""
    person = known.person
    props = usual_props(library) if person.props is None else person.props
    return replace(
        request,
        props=props & frozenset(library.props),
        conditions=person.conditions & frozenset(library.conditions),
        doctor_agreed=person.doctor_agreed & frozenset(library.conditions),
        excluded=known.left_out & frozenset(library.poses),
        count_s=person.count_s,
        breath=person.breath if person.breath in library.breathings else None,
    )


def usual_props(library: Library) -> frozenset[str]:
    return frozenset(prop.slug for prop in library.props.values() if prop.usual)


def renew(practice: Practice, known: Known, library: Library) -> Practice:
    """The practice as it was, or planned anew when what the person told about their body has changed since."""
    request = with_person(practice.request, known, library)
    return practice if safety_of(request) == safety_of(practice.request) else plan(request, library)


def safety_of(request: Request) -> tuple[frozenset[str], ...]:
    return request.conditions, request.doctor_agreed, request.excluded

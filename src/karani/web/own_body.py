"""The person's own body as practices and guides ask for it: pieces of work whose keys name all that they depend on.

A practice takes along what is known when it is looked at or begins, and keeps it: what becomes known later waits for the
next one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from karani.library import Library
from karani.library.distances import says_distance
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.muscles import eases
from karani.practice import Practice
from karani.practice.own_body import Load, OwnBody, Rest
from karani.practice.pain import list_weighed
from karani.storage import Person
from karani.web.body_folder import body_folder
from karani.web.computing import SPARE, Computing, Work, digest_of_files, digest_of_packages, versions_of
from karani.web.figures.figures import shape_of
from karani.web.own_body_work import compute_loads, compute_rest
from karani.web.pages.anatomy_page import body_person


def tells_body(person: Person) -> bool:
    """Whether the person said anything that their own distance follows from."""
    return any(
        value is not None for value in (person.height_cm, person.mass_kg, person.straight_leg_raise_deg)
    )


def has_own_distance(pose: Pose) -> bool:
    return says_distance(pose) and eases(pose)


def rest_work(pose: Pose, person: Person) -> Work:
    return Work("ease", compute_rest, (bare(pose), body_person(person, {}), body_folder()), depends())


def loads_work(pose: Pose, person: Person) -> Work:
    arguments = (bare(pose), body_person(person, {}), body_folder(), has_own_distance(pose))
    return Work("loads", compute_loads, arguments, depends())


def find_rest(pose: Pose, person: Person, computing: Computing) -> Rest | None:
    """None where nothing was told, nothing is free, or nothing is computed yet."""
    if not (tells_body(person) and has_own_distance(pose)):
        return None
    found = computing.find(rest_work(pose, person))
    return None if found is None else Rest(pose.slug, **json.loads(found))


def find_numbers(pose: Pose, person: Person, computing: Computing) -> Mapping[str, float | None] | None:
    """The loads by part, each None where the model does not hold the body in this pose; None while nothing is computed."""
    found = computing.find(loads_work(pose, person))
    return None if found is None else json.loads(found)


def find_loads(pose: Pose, person: Person, computing: Computing) -> Iterator[Load]:
    """Those that are known."""
    numbers = find_numbers(pose, person, computing) or {}
    return (Load(pose.slug, part, amount) for part, amount in numbers.items() if amount is not None)


def known_body(practice: Practice, person: Person, computing: Computing, library: Library) -> OwnBody:
    """What is computed already of this person for this practice."""
    rests = (find_rest(pose, person, computing) for pose in library.poses.values())
    loads = (find_loads(library.pose(slug), person, computing) for slug in list_weighed(practice, library))
    return OwnBody(
        rests=tuple(rest for rest in rests if rest is not None),
        loads=tuple(load for found in loads for load in found),
    )


def list_works(practice: Practice, person: Person, library: Library) -> Iterator[Work]:
    """All that a practice would like to know."""
    yield from list_rest_works(person, library.poses.values())
    yield from (loads_work(library.pose(slug), person) for slug in list_weighed(practice, library))


def list_rest_works(person: Person, poses: Iterable[Pose]) -> Iterator[Work]:
    if tells_body(person):
        yield from (rest_work(pose, person) for pose in poses if has_own_distance(pose))


def list_all_works(person: Person, library: Library) -> Iterator[Work]:
    """For a quiet hour: whatever a practice or a guide may ask of this person."""
    yield from list_rest_works(person, library.poses.values())
    yield from (loads_work(library.pose(slug), person) for slug in list_compared(library.poses.values()))


def list_compared(poses: Iterable[Pose]) -> tuple[str, ...]:
    """Poses that are set beside others: those with something easier, what that is, and forms with their pose."""
    return tuple(
        dict.fromkeys(
            slug
            for pose in poses
            if pose.easier or pose.form_of
            for slug in (pose.slug, *pose.easier, pose.root)
        )
    )


def missing(works: Iterable[Work], computing: Computing) -> list[Work]:
    """What is neither there nor known to be out of reach."""
    return [work for work in works if computing.find(work) is None and not computing.failure(work)]


def ask_for(works: Iterable[Work], computing: Computing, rank: int = SPARE) -> None:
    for work in works:
        if not computing.failure(work):
            computing.ask(work, rank)


def with_known_body(practice: Practice, person: Person, computing: Computing, library: Library) -> Practice:
    return replace(practice, body=known_body(practice, person, computing, library))


def bare(pose: Pose) -> Pose:
    """The pose with what its posture depends on, and without what is only read."""
    return replace(
        shape_of(pose),
        steps=None,
        easier=(),
        preparatory_poses=(),
        counter_poses=(),
        targets=(),
        needs=(),
        credits=(),
        spares=(),
    )


@cache
def depends() -> tuple[str, ...]:
    return (
        digest_of_packages("karani.body", "karani.muscles", "karani.web.own_body_work"),
        digest_of_files(PACKAGED_CONTENT / "physiology"),
        versions_of("mujoco", "myo-sim", "numpy"),
    )

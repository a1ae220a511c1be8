"""A request, checked once: what holds for this person, and which poses of the library are closed to them, and why."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from karani.errors import RequestError
from karani.library.leaving_out import leaves_out
from karani.library.library import Library, unknown
from karani.library.pose import Pose
from karani.library.vocabulary import Need
from karani.practice.practice import LeftOut, Request
from karani.practice.props import missing_props, props_at_hand
from karani.practice.screening import screen
from karani.practice.wording import (
    ASKED_TO_LEAVE_OUT,
    EXPLAINED_ONLY,
    barred_by,
    needs_props,
)

LEAST_MINUTES, MOST_MINUTES = 5, 60
LEAST_COUNT_S, MOST_COUNT_S = 0.8, 1.3


@dataclass(frozen=True, slots=True)
class Situation:
    request: Request
    library: Library
    need: Need
    conditions: frozenset[str]
    """The person's own and those that the need brings."""
    props: frozenset[str]
    closed: Mapping[str, LeftOut]
    """Every pose that must not be practiced, by slug, with the reason."""

    @property
    def seconds(self) -> float:
        return self.request.minutes * 60.0

    def is_open(self, slug: str) -> bool:
        return slug in self.library.poses and slug not in self.closed

    def stays_at_the_end(self) -> bool:
        """Nothing calls the person back: they may fall asleep in the last pose."""
        return not self.need.return_chime


def check_request(request: Request, library: Library) -> Situation:
    """Raises RequestError with one sentence that says what was found and what would be right."""
    check_numbers(request)
    check_known("need", request.need, library.needs)
    for condition in sorted(map(str, request.conditions | request.doctor_agreed)):
        check_known("condition", condition, library.conditions)
    for slug in sorted(map(str, request.excluded)):
        check_known("pose", slug, library.poses)
    if request.breath is not None:
        check_known("breathing", request.breath, library.breathings)
    if request.pose is not None:
        check_known("pose", request.pose, library.poses)
    if request.collection is not None:
        check_known("collection", request.collection, library.collections)
    return situation_of(request, library)


def situation_of(request: Request, library: Library) -> Situation:
    need = need_of(request, library)
    conditions = request.conditions | frozenset(need.as_conditions)
    props = props_at_hand(sorted(map(str, request.props)), library.props)
    situation = Situation(request, library, need, conditions, props, {})
    return replace(situation, closed=list_closed(situation))


def need_of(request: Request, library: Library) -> Need:
    """The need as it is met here: a collection brings its own poses and heading."""
    need = library.needs[request.need]
    if request.collection is None:
        return need
    collection = library.collections[request.collection]
    return replace(
        need,
        title=collection.title,
        arrive=collection.slugs_in("arrive"),
        prepare=collection.slugs_in("prepare"),
        support=collection.slugs_in("support"),
        main=collection.slugs_in("main"),
        rest=collection.slugs_in("rest"),
        return_to=collection.slugs_in("return"),
    )


def check_numbers(request: Request) -> None:
    minutes = request.minutes
    if not is_number(minutes) or minutes != int(minutes) or not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise RequestError(
            f"A practice lasts {LEAST_MINUTES} to {MOST_MINUTES} whole minutes; {minutes} was asked for."
        )
    if not is_number(request.count_s) or not LEAST_COUNT_S <= request.count_s <= MOST_COUNT_S:
        raise RequestError(
            f"One count of the breath lasts {LEAST_COUNT_S} to {MOST_COUNT_S} seconds; {request.count_s} was asked for."
        )


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def check_known(kind: str, slug: object, allowed: Mapping[str, object]) -> None:
    if slug not in allowed:
        sentence = unknown(kind, str(slug), allowed)
        raise RequestError(sentence if sentence.endswith((".", "?")) else f"{sentence}.")


def list_closed(situation: Situation) -> dict[str, LeftOut]:
    found = {slug: why_closed(pose, situation) for slug, pose in situation.library.poses.items()}
    return {slug: left_out for slug, left_out in found.items() if left_out is not None}


def why_closed(pose: Pose, situation: Situation) -> LeftOut | None:
    request, library = situation.request, situation.library
    if pose.guide_only or pose.steps is None:
        return LeftOut(pose.slug, None, "guide-only", EXPLAINED_ONLY, None)
    if pose.slug in request.excluded:
        return LeftOut(pose.slug, None, "excluded", ASKED_TO_LEAVE_OUT, None)
    verdict = screen(pose, situation.conditions, request.doctor_agreed)
    if verdict.because is not None:
        instead = find_instead(pose, situation)
        reason = barred_by(verdict.because, library)
        slug = instead.slug if instead else None
        return LeftOut(pose.slug, verdict.because.condition, verdict.because.action, reason, slug)
    if leaves_out(situation.need, pose):
        return LeftOut(pose.slug, None, "need", situation.need.leave_out_why, None)
    missing = missing_props(pose, situation.props)
    if missing:
        return LeftOut(pose.slug, None, "prop", needs_props(missing, library.props), None)
    return None


def find_instead(pose: Pose, situation: Situation) -> Pose | None:
    """The first form that the rules name in this pose's place and that is itself open; named forms may name others."""
    library, request = situation.library, situation.request
    waiting, seen = [pose], {pose.slug}
    while waiting:
        verdict = screen(waiting.pop(0), situation.conditions, request.doctor_agreed)
        named = [
            library.poses[slug] for slug in verdict.insteads if slug in library.poses and slug not in seen
        ]
        for candidate in named:
            if is_free(candidate, situation):
                return candidate
        seen.update(candidate.slug for candidate in named)
        waiting.extend(named)
    return None


def is_free(pose: Pose, situation: Situation) -> bool:
    request = situation.request
    barred = pose.guide_only or pose.steps is None or pose.slug in request.excluded
    return (
        not barred
        and not leaves_out(situation.need, pose)
        and screen(pose, situation.conditions, request.doctor_agreed).allowed
        and not missing_props(pose, situation.props)
    )

"""What "this hurts" leads to, worked out beforehand for every pose and place of pain: the player only follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from karani.library.distances import settled_step
from karani.library.library import Library
from karani.library.pose import Line, Pose
from karani.library.vocabulary import PainPlace
from karani.practice import wording
from karani.practice.budgets import shortest_form_s
from karani.practice.checking import check_practice
from karani.practice.choosing import SITTING_LEVEL, list_candidates, list_forms
from karani.practice.order import level_of, raises_legs, steps_of
from karani.practice.own_body import OwnBody
from karani.practice.practice import Practice, Segment
from karani.practice.props import missing_props
from karani.practice.score import passage
from karani.practice.screening import screen
from karani.practice.script import Continuation, Offer, PainAnswer, Passage
from karani.practice.situation import Situation
from karani.practice.sparing import by_load, reason_for
from karani.practice.way_outs import way_out_of
from karani.practice.ways import (
    ON_THE_SIDE,
    SITTING,
    exit_steps,
    last_words,
    moves_between,
    sit_a_minute,
    way_between,
)

SIDE_REST_S = 40.0
MOST_EASIER = 2
MOST_SETTLING_S = 30.0


@dataclass(frozen=True, slots=True)
class Pain:
    side_rest: Passage
    closing: Passage
    answers: tuple[PainAnswer, ...]
    continuations: tuple[Continuation, ...]
    offers: tuple[Offer, ...]


def write_pain(practice: Practice, situation: Situation) -> Pain:
    library = situation.library
    offers = tuple(list_offers(practice, situation))
    offered = dict.fromkeys(offer.continuation for offer in offers if offer.continuation)
    return Pain(
        side_rest=write_side_rest(library),
        closing=write_closing(library),
        answers=tuple(answer_of(place) for place in library.pain_places.values()),
        continuations=tuple(continuation_of(slug, practice.body, library) for slug in offered),
        offers=offers,
    )


def list_weighed(practice: Practice, library: Library) -> tuple[str, ...]:
    """The poses whose loads decide in which order something easier is offered; raises as write_script does."""
    situation = check_practice(practice, library)
    places = [place for place in library.pain_places.values() if place.parts and not place.red_flag]
    hurting = [library.pose(segment.slug) for segment in practice.segments]
    eases = (list_eases(pose, place, situation) for pose in hurting for place in places)
    slugs = [pose.slug for pose in hurting] + [slug for each in eases for slug in each]
    return tuple(dict.fromkeys(slug for slug in slugs if situation.is_open(slug)))


def write_side_rest(library: Library) -> Passage:
    lines = [wording.line(wording.COME_TO_THE_SIDE, "p2", library)]
    lines.append(wording.lasting(wording.LEVEL_REST, SIDE_REST_S - lines[0].seconds))
    return passage("rest-on-the-side", lines)


def write_closing(library: Library) -> Passage:
    way = way_between(ON_THE_SIDE, SITTING, library)
    said = last_words(library)
    sitting = sit_a_minute(way[-1:], said, library)
    return passage("closing", (*(move.line for move in way), sitting, *said))


def answer_of(place: PainPlace) -> PainAnswer:
    words = passage(f"pain-{place.slug}", (place.first_words,))
    return PainAnswer(place.slug, place.name, place.red_flag, place.red_flag_text, words)


def continuation_of(slug: str, body: OwnBody, library: Library) -> Continuation:
    """From the side into an easier pose, and out of it; it brings its own way out."""
    pose = library.poses[slug]
    steps, name = steps_of(pose), f"on-{slug}"
    fetched = [use.prop for use in pose.props if not use.optional]
    way = [move.line for move in moves_between(ON_THE_SIDE, steps.starts_at, fetched, library)]
    enter = [settled_step(step, body.distances_cm.get(slug)) for step in steps.enter]
    hold_cues = passage(f"{name}-hold", take_while_short(steps.settle))
    return Continuation(
        id=slug,
        pose=pose.root,
        variation=pose.slug if pose.form_of else None,
        name=pose.name,
        enter=passage(f"{name}-enter", (*way, *enter)),
        hold_cues=hold_cues,
        hold_least_s=max(shortest_form_s(pose.hold), hold_cues.seconds),
        hold_most_s=max(pose.hold.most_s, hold_cues.seconds),
        exit=passage(f"{name}-exit", exit_steps(pose, library)),
        way_out=way_out_of(pose, f"{name}-way-out"),
    )


def take_while_short(settle: Sequence[Line]) -> list[Line]:
    """The comfort checks, which come first; who has just been in pain needs quiet more than words."""
    ends_s = accumulate(line.seconds for line in settle)
    return [line for line, end_s in zip(settle, ends_s, strict=True) if end_s <= MOST_SETTLING_S]


def list_offers(practice: Practice, situation: Situation) -> Iterator[Offer]:
    """For each pose and place of pain: an easier pose where there is one, then rest. After a red flag only the end."""
    spoken = list(choose_easier(practice, situation))
    for index in range(len(practice.segments)):
        for place in situation.library.pain_places.values():
            if not place.red_flag:
                yield from offers_for(index, place, spoken, practice, situation)


def choose_easier(practice: Practice, situation: Situation) -> dict[str, None]:
    """Each easier pose lies spoken in the track, so they are few: the main pose chooses first, and who comes later
    takes one that is there already, if it serves."""
    places = [place for place in situation.library.pain_places.values() if not place.red_flag]
    main_first = sorted(
        range(len(practice.segments)), key=lambda index: practice.segments[index].role != "main"
    )
    chosen: dict[str, None] = {}
    for index in main_first:
        for place in places:
            found = find_easier(index, place, practice, situation, tuple(chosen))
            chosen |= dict.fromkeys(found[:1])
    return chosen


def offers_for(
    index: int, place: PainPlace, spoken: Sequence[str], practice: Practice, situation: Situation
) -> Iterator[Offer]:
    for slug in find_easier(index, place, practice, situation, spoken, most=len(spoken)):
        easier = situation.library.poses[slug]
        rejoin = find_rejoin(index, place, steps_of(easier).ends_at, practice.segments, situation)
        hurting = situation.library.pose(practice.segments[index].slug)
        reason = reason_for(easier, hurting, place, practice.body, situation.library)
        yield Offer(index, place.slug, slug, reason, rejoin)
    rejoin = find_rejoin(index, place, ON_THE_SIDE, practice.segments, situation)
    yield Offer(index, place.slug, None, wording.REST_ON_SIDE, rejoin)


def find_easier(
    index: int,
    place: PainPlace,
    practice: Practice,
    situation: Situation,
    there: Sequence[str],
    *,
    most: int = MOST_EASIER,
) -> list[str]:
    """Those that may follow, best first, one of those that are `there` before others; no more than `most` in all."""
    hurting = situation.library.pose(practice.segments[index].slug)
    later = [situation.library.pose(segment.slug) for segment in practice.segments[index + 1 :]]
    slugs = [
        slug
        for slug in list_easier_slugs(hurting, place, situation, practice.body)
        if slug in situation.library.poses
        and may_follow(situation.library.poses[slug], hurting, place, later, situation)
    ]
    known = [slug for slug in slugs if slug in there]
    return known if len(there) >= most else list(dict.fromkeys([*known, *slugs]))


def list_easier_slugs(
    hurting: Pose, place: PainPlace, situation: Situation, body: OwnBody
) -> tuple[str, ...]:
    """What the pose itself calls easier, what the rules name for this pain and its other forms, by their load; then
    restful poses."""
    eases = by_load(list_eases(hurting, place, situation), hurting, place, body, situation.library)
    restful = [choice.pose.slug for choice in list_candidates("rest", situation)]
    return tuple(dict.fromkeys((*eases, *restful)))


def list_eases(hurting: Pose, place: PainPlace, situation: Situation) -> tuple[str, ...]:
    pained = situation.conditions | frozenset(place.as_conditions)
    named = [
        caution.instead for caution in hurting.cautions if caution.condition in pained and caution.instead
    ]
    return tuple(dict.fromkeys((*hurting.easier, *named, *list_forms(hurting, situation))))


def may_follow(
    pose: Pose, hurting: Pose, place: PainPlace, later: Sequence[Pose], situation: Situation
) -> bool:
    """Open with this pain too, low enough to reach from the side, and no second long stay with the legs up."""
    return (
        pose.slug != hurting.slug
        and is_open_with(pose, place, situation)
        and not is_rest_on_the_side(pose)
        and level_of(pose, situation.library) <= SITTING_LEVEL
        and not (raises_legs(pose) and any(raises_legs(other) for other in later))
    )


def is_rest_on_the_side(pose: Pose) -> bool:
    """What the rest after every way out is already, and is offered beside this anyway."""
    return pose.position == ON_THE_SIDE and not pose.needed_props


def is_open_with(pose: Pose, place: PainPlace, situation: Situation) -> bool:
    """Whether a pose stays open once the pain is known: screened as its conditions, and nothing that it leaves out."""
    if not situation.is_open(pose.slug) or missing_props(pose, situation.props):
        return False
    pained = situation.conditions | frozenset(place.as_conditions)
    verdict = screen(pose, pained, situation.request.doctor_agreed)
    return verdict.allowed and not has_left_out_feature(pose, place)


def has_left_out_feature(pose: Pose, place: PainPlace) -> bool:
    return any(getattr(pose.features, name) in barred for name, barred in place.leave_out.items())


def find_rejoin(
    index: int, place: PainPlace, from_place: str, segments: Sequence[Segment], situation: Situation
) -> int | None:
    """The first later segment from which all may still be led, and which the body and the props can reach."""
    for candidate in range(index + 1, len(segments)):
        rest = segments[candidate:]
        allowed = all(
            is_open_with(situation.library.pose(segment.slug), place, situation) for segment in rest
        )
        if allowed and can_reach(index, candidate, from_place, segments, situation.library):
            return candidate
    return None


def can_reach(
    index: int, candidate: int, from_place: str, segments: Sequence[Segment], library: Library
) -> bool:
    """The main line goes on from where the pose before it ended, with what was fetched until then."""
    ended_at = steps_of(library.pose(segments[candidate - 1].slug)).ends_at
    fetched = {prop for segment in segments[: index + 1] for prop in segment.props}
    expected = set(segments[candidate - 1].props) & set(segments[candidate].props)
    return ended_at == from_place and expected <= fetched

"""What holds of every practice and every script, read from the content itself and not from the planner's own rules."""

import json
from collections.abc import Iterable
from itertools import pairwise

from karani.library import Library, Pose
from karani.library.leaving_out import leaves_out
from karani.library.pose import Steps
from karani.practice import Practice, Request, Script, Segment, practice_from_dict, practice_to_dict
from karani.practice.script import Cue, Offer, Passage

LYING, SITTING = 1, 2
MILLISECOND = 0.0015


def conditions_of(request: Request, library: Library) -> frozenset[str]:
    return request.conditions | frozenset(library.needs[request.need].as_conditions)


def is_allowed(pose: Pose, conditions: Iterable[str], agreed: Iterable[str]) -> bool:
    met = {
        caution.condition: caution.action for caution in pose.cautions if caution.condition in set(conditions)
    }
    barred = {condition for condition, action in met.items() if action in ("avoid", "modify")}
    asked = {condition for condition, action in met.items() if action == "ask_doctor"} - set(agreed)
    return not barred and not asked


def steps_of(pose: Pose) -> Steps:
    assert pose.steps is not None
    return pose.steps


def level_of(pose: Pose, library: Library) -> int:
    return library.places[steps_of(pose).enter[-1].place].level


def has_props(pose: Pose, request: Request, library: Library) -> bool:
    at_home = {
        slug
        for slug, prop in library.props.items()
        for thing in prop.household
        if any(thing == name or thing.endswith(f" {name}") for name in request.props)
    }
    return pose.needed_props <= (request.props | at_home)


def stays(practice: Practice, library: Library) -> bool:
    return not library.needs[practice.request.need].return_chime


def check_practice(practice: Practice, library: Library) -> None:
    poses = [library.pose(segment.slug) for segment in practice.segments]
    check_minutes(practice)
    for segment, pose in zip(practice.segments, poses, strict=True):
        check_segment(segment, pose, practice, library)
    assert [segment.role for segment in practice.segments].count("main") == 1
    assert len({pose.slug for pose in poses}) == len(poses)
    check_order(practice, poses, library)
    check_left_out(practice, library)
    saved = json.loads(json.dumps(practice_to_dict(practice), allow_nan=False))
    assert practice_from_dict(saved) == practice


def check_minutes(practice: Practice) -> None:
    assert abs(practice.total_seconds - practice.request.minutes * 60) <= 5


def check_segment(segment: Segment, pose: Pose, practice: Practice, library: Library) -> None:
    request = practice.request
    conditions = conditions_of(request, library)
    assert not pose.guide_only
    assert pose.slug not in request.excluded
    assert not leaves_out(library.needs[request.need], pose)
    assert is_allowed(pose, conditions, request.doctor_agreed)
    assert has_props(pose, request, library)
    assert segment.reason.endswith(".")
    cautioned = [caution for caution in pose.cautions if caution.condition in conditions]
    assert len(segment.notes) == len(cautioned)
    check_hold(segment, pose, practice)


def check_hold(segment: Segment, pose: Pose, practice: Practice) -> None:
    assert segment.hold_s <= pose.hold.most_s
    if segment.hold_s < pose.hold.least_s:
        assert segment.role == "main"
        assert segment.hold_s >= pose.hold.least_s / 2
        assert any("short form" in warning and pose.name in warning for warning in practice.warnings)
    if segment.role != "main" and pose.features.legs == "raised":
        assert segment.hold_s <= 300


def check_order(practice: Practice, poses: list[Pose], library: Library) -> None:
    down = [pose for segment, pose in zip(practice.segments, poses, strict=True) if segment.role != "return"]
    levels = [level_of(pose, library) for pose in down]
    assert levels == sorted(levels, reverse=True)
    climbs = [
        library.places[steps_of(after).starts_at].level > library.places[steps_of(before).ends_at].level
        for before, after in pairwise(down)
    ]
    assert sum(climbs) <= 1
    raised = [index for index, pose in enumerate(poses) if pose.features.legs == "raised"]
    if raised:
        after = poses[raised[0] + 1 :]
        assert all(pose.features.ext == "none" and not pose.features.stand for pose in after)


def check_left_out(practice: Practice, library: Library) -> None:
    used = {segment.slug for segment in practice.segments}
    for left_out in practice.left_out:
        assert left_out.pose in library.poses
        assert left_out.pose not in used
        assert left_out.reason.endswith(".")
        assert (left_out.condition is not None) == (left_out.action in ("avoid", "modify", "ask_doctor"))
        if left_out.instead is not None:
            instead, request = library.pose(left_out.instead), practice.request
            assert is_allowed(instead, conditions_of(request, library), request.doctor_agreed)
            assert instead.slug not in request.excluded


def check_script(script: Script, practice: Practice, library: Library) -> None:
    assert abs(script.total_s - practice.total_seconds) < 0.05
    check_spans(script)
    check_cues(script.cues, script.total_s)
    check_breaths(script, practice)
    check_passages(script.passages())
    check_ways_up(script, practice, library)
    check_sides(script, practice, library)
    check_signals(script, practice, library)
    check_offers(script, practice, library)


def check_spans(script: Script) -> None:
    """At every second there is one way out, it says something, and it says where it leads."""
    spans = script.way_out_spans
    assert spans[0].start_s == 0
    assert spans[-1].end_s == script.total_s
    assert all(before.end_s == after.start_s for before, after in pairwise(spans))
    assert all(span.start_s < span.end_s for span in spans)
    known = {way_out.id: way_out for way_out in script.way_outs}
    for span in spans:
        way_out = known[span.way_out]
        assert way_out.passage.cues
        assert way_out.leads_to.endswith(".")


def check_cues(cues: tuple[Cue, ...], total_s: float) -> None:
    for before, after in pairwise(cues):
        assert before.at_s + before.seconds <= after.at_s + MILLISECOND
    assert all(cue.text and cue.seconds > 0 and cue.at_s >= 0 for cue in cues)
    assert not cues or cues[-1].at_s + cues[-1].seconds <= total_s + MILLISECOND


def check_breaths(script: Script, practice: Practice) -> None:
    """In and out follow each other without a gap, so nothing is ever held; and nothing is said meanwhile."""
    breaths = script.breaths
    assert [breath.phase for breath in breaths] == ["in", "out"] * (len(breaths) // 2)
    assert [breath.number for breath in breaths[::2]] == list(range(len(breaths) // 2))
    assert all(breath.of == len(breaths) // 2 - 1 for breath in breaths)
    for before, after in pairwise(breaths):
        assert abs(before.at_s + before.seconds - after.at_s) < MILLISECOND
    for breath in breaths:
        assert abs(breath.seconds - breath.counts * practice.request.count_s) < MILLISECOND
    if breaths:
        start_s, end_s = breaths[0].at_s, breaths[-1].at_s + breaths[-1].seconds
        assert not [
            cue
            for cue in script.cues
            if cue.at_s + cue.seconds > start_s + MILLISECOND and cue.at_s < end_s - MILLISECOND
        ]


def check_passages(passages: tuple[Passage, ...]) -> None:
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        assert passage.cues
        check_cues(passage.cues, passage.seconds)


def check_ways_up(script: Script, practice: Practice, library: Library) -> None:
    """Long stays on back or belly leave through the side; after raised legs one is level, then sits, before standing."""
    for segment in script.segments:
        pose = library.pose(segment.variation or segment.pose)
        held_s, left = segment.hold_end_s - segment.hold_start_s, segment.hold_end_s < script.total_s
        lies = pose.position in ("supine", "prone") and level_of(pose, library) == LYING
        if lies and held_s >= 180 and left:
            assert seconds_at("side-lying", script, segment.hold_end_s) > 0
        if lies and pose.features.legs == "raised":
            assert lying_seconds(script, segment.hold_end_s, library) >= 30 - MILLISECOND
    raised = any(library.pose(segment.slug).features.legs == "raised" for segment in practice.segments)
    if raised and not stays(practice, library):
        assert sitting_seconds_at_the_end(script, practice, library) >= 60 - MILLISECOND


def seconds_at(place: str, script: Script, from_s: float) -> float:
    """How long one is at a place after `from_s` before one is higher up."""
    total = 0.0
    for span in script.way_out_spans:
        if span.end_s <= from_s:
            continue
        if span.way_out in ("way-out-from-seated", "way-out-from-kneeling", "way-out-from-standing"):
            break
        if span.way_out == f"way-out-from-{place}":
            total += span.end_s - max(span.start_s, from_s)
    return total


def lying_seconds(script: Script, from_s: float, library: Library) -> float:
    """From the end of a hold until one sits or stands, or until the end."""
    upright = {f"way-out-from-{slug}" for slug, place in library.places.items() if place.level > LYING}
    later = [span for span in script.way_out_spans if span.end_s > from_s]
    up = [span.start_s for span in later if span.way_out in upright]
    return (up[0] if up else script.total_s) - from_s


def sitting_seconds_at_the_end(script: Script, practice: Practice, library: Library) -> float:
    last = library.pose(practice.segments[-1].slug)
    if level_of(last, library) == SITTING:
        return script.total_s - script.segments[-1].hold_start_s
    assert script.way_out_spans[-1].way_out == "way-out-from-seated"
    return script.total_s - script.way_out_spans[-1].start_s


def check_sides(script: Script, practice: Practice, library: Library) -> None:
    for written, segment in zip(script.segments, practice.segments, strict=True):
        assert written.start_s <= written.enter_s < written.hold_start_s <= written.quiet_start_s
        assert written.quiet_start_s <= written.hold_end_s <= written.end_s
        changes = [
            cue
            for cue in script.cues
            if cue.chime == "change-sides" and is_in(cue, written.start_s, written.end_s)
        ]
        assert len(changes) == segment.sides - 1
        if changes:
            steps = steps_of(library.pose(segment.slug))
            change_s = changes[0].seconds + sum(line.seconds for line in steps.change_sides)
            first_s = changes[0].at_s - written.hold_start_s
            second_s = written.hold_end_s - changes[0].at_s - change_s
            assert abs(first_s - second_s) < 0.01


def is_in(cue: Cue, start_s: float, end_s: float) -> bool:
    return start_s <= cue.at_s < end_s


def check_signals(script: Script, practice: Practice, library: Library) -> None:
    first = script.cues[0]
    assert first.chime == "start"
    assert 0 < first.at_s < 1
    assert script.get_ready_s == script.segments[0].enter_s > first.seconds
    last = script.cues[-1]
    assert (last.chime == "end" and last.at_s >= script.segments[-1].end_s) != stays(practice, library)


def check_offers(script: Script, practice: Practice, library: Library) -> None:
    continuations = {continuation.id: continuation for continuation in script.continuations}
    for offer in script.offers:
        place = library.pain_places[offer.pain_place]
        assert not place.red_flag
        if offer.continuation is not None:
            continuation = continuations[offer.continuation]
            pose = library.pose(continuation.variation or continuation.pose)
            check_pained(pose, offer, practice, library)
            assert pose.slug != practice.segments[offer.segment].slug
            assert has_props(pose, practice.request, library)
            assert level_of(pose, library) <= SITTING
            assert continuation.hold_cues.seconds <= continuation.hold_least_s <= continuation.hold_most_s
        if offer.rejoin is not None:
            assert offer.segment < offer.rejoin < len(practice.segments)
            for segment in practice.segments[offer.rejoin :]:
                check_pained(library.pose(segment.slug), offer, practice, library)
            check_reached(offer, offer.rejoin, practice, library)
    asked = {(offer.segment, offer.pain_place) for offer in script.offers if offer.continuation is None}
    places = [slug for slug, place in library.pain_places.items() if not place.red_flag]
    assert asked == {(index, slug) for index in range(len(practice.segments)) for slug in places}


def check_reached(offer: Offer, rejoin: int, practice: Practice, library: Library) -> None:
    """The main line goes on where the body is, and takes no prop for granted that was not fetched."""
    led = steps_of(library.pose(offer.continuation)).ends_at if offer.continuation else "side-lying"
    before, after = practice.segments[rejoin - 1], practice.segments[rejoin]
    assert steps_of(library.pose(before.slug)).ends_at == led
    fetched = {prop for segment in practice.segments[: offer.segment + 1] for prop in segment.props}
    assert set(before.props) & set(after.props) <= fetched


def check_pained(pose: Pose, offer: Offer, practice: Practice, library: Library) -> None:
    place, request = library.pain_places[offer.pain_place], practice.request
    conditions = conditions_of(request, library) | set(place.as_conditions)
    assert is_allowed(pose, conditions, request.doctor_agreed)
    assert not pose.guide_only
    assert pose.slug not in request.excluded
    assert not [name for name, barred in place.leave_out.items() if getattr(pose.features, name) in barred]

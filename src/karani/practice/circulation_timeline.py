"""A whole practice as the circulation takes it: where the body is from second to second, and the breaths that are counted."""

from collections.abc import Iterator
from itertools import pairwise

from karani.circulation.breathing_steps import breath_of_s
from karani.circulation.timeline import Named, PoseName, Step, Timeline, Where
from karani.library.library import Library
from karani.practice.order import steps_of
from karani.practice.practice import Practice
from karani.practice.script import Breath, Script, ScriptSegment
from karani.practice.writing import write_script

LYING_LEVEL, STANDING_LEVEL = 1, 4
SHORTEST_S = 1.0


def timeline_of_practice(practice: Practice, library: Library) -> Timeline:
    """Ways in and out are spent where the pose begins and ends; holds in the pose, with the script's own breaths."""
    script = write_script(practice, library)
    steps = [step for segment in script.segments for step in segment_steps(segment, script, library)]
    closing_s = script.total_s - script.segments[-1].end_s
    if closing_s >= SHORTEST_S:
        steps.append(Step("sitting", closing_s))
    return Timeline(tuple(steps))


def segment_steps(segment: ScriptSegment, script: Script, library: Library) -> Iterator[Step]:
    pose = library.pose(segment.variation or segment.pose)
    yield from lasting(place_of(steps_of(pose).starts_at, library), segment.hold_start_s - segment.start_s)
    yield from hold(segment, script.breaths, PoseName(pose.slug))
    yield from lasting(place_of(steps_of(pose).ends_at, library), segment.end_s - segment.hold_end_s)


def hold(segment: ScriptSegment, breaths: tuple[Breath, ...], where: Where) -> Iterator[Step]:
    inside = [breath for breath in breaths if segment.hold_start_s <= breath.at_s < segment.hold_end_s]
    now_s = segment.hold_start_s
    for inhale, exhale in pairwise(inside):
        if (inhale.phase, exhale.phase) == ("in", "out"):
            yield from lasting(where, inhale.at_s - now_s)
            yield Step(where, inhale.seconds + exhale.seconds, breath_of_s(inhale.seconds, exhale.seconds))
            now_s = exhale.at_s + exhale.seconds
    yield from lasting(where, segment.hold_end_s - now_s)


def lasting(where: Where, seconds: float) -> Iterator[Step]:
    """Natural breath for as long; nothing where it is over at once."""
    if seconds >= SHORTEST_S:
        yield Step(where, seconds)


def place_of(slug: str, library: Library) -> Named:
    level = library.places[slug].level
    if level == LYING_LEVEL:
        return "lying"
    return "standing" if level == STANDING_LEVEL else "sitting"

"""What the handout of a practice says: its poses in their order, with times, props, and the way into each."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from karani.handout.address_code import draw_code
from karani.handout.picture import Picture
from karani.library import Library
from karani.library.distances import settled_step
from karani.library.pose import Pose
from karani.practice import Practice, Segment
from karani.practice.own_body import OwnBody
from karani.practice.settled import tell_rest

MINUTE_S = 60
LAST_WORDS = "Sit a minute before you stand."
STAY = "Stay as long as you like."


def describe_practice(
    practice: Practice, pictures: Mapping[str, Picture], library: Library, address: str = ""
) -> dict[str, Any]:
    """Plain data for the template `practice`; `pictures` by the slug of the pose."""
    starts = accumulate((segment.seconds for segment in practice.segments), initial=0.0)
    props = dict.fromkeys(prop for segment in practice.segments for prop in segment.props)
    return {
        "title": practice.title,
        "props": [describe_prop(slug, library) for slug in props],
        "segments": [
            describe_segment(start_s, segment, practice.body, pictures[segment.slug], library)
            for start_s, segment in zip(starts, practice.segments, strict=False)
        ],
        "end": clock(practice.total_seconds),
        "last_words": LAST_WORDS if practice.closing_s else STAY,
        "warnings": list(practice.warnings),
        "left_out": [
            {"name": library.pose(left.pose).name, "reason": left.reason}
            for left in practice.left_out
            if left.condition is not None
        ],
        "address": address,
        "code": draw_code(address),
    }


def describe_prop(slug: str, library: Library) -> dict[str, str]:
    prop = library.props[slug]
    return {"name": prop.name, "household": " or ".join(prop.household[:2])}


def describe_segment(
    start_s: float, segment: Segment, body: OwnBody, picture: Picture, library: Library
) -> dict[str, Any]:
    pose = library.pose(segment.slug)
    distance_cm = body.distances_cm.get(segment.slug)
    breathing = library.breathings[segment.breath]
    return {
        "start": clock(start_s),
        "name": pose.name,
        "sanskrit_name": pose.sanskrit_name,
        "hold": clock(segment.hold_s) + (" a side" if segment.sides > 1 else ""),
        "reason": segment.reason,
        "notes": [*(tell_rest(rest) for rest in body.rests if rest.pose == segment.slug), *segment.notes],
        "props": [library.props[prop].name for prop in segment.props],
        "breath": breathing.sentence if breathing.stages else "",
        "steps_in": [settled_step(step, distance_cm).cue for step in pose.steps.enter] if pose.steps else [],
        "steps_out": [step.cue for step in pose.steps.exit] if pose.steps else [],
        "way_out": say_way_out(pose),
        "picture": picture.as_dict(),
    }


def say_way_out(pose: Pose) -> str:
    return " ".join(line.cue for line in pose.steps.way_out) if pose.steps else ""


def clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), MINUTE_S)
    return f"{minutes}:{rest:02}"

"""Everything that a pose names exists."""

from collections.abc import Iterator

from karani.library.findings import Finding
from karani.library.pose import Pose, Step
from karani.library.rules.shelf import Shelf, find_in, find_in_steps, list_lines, list_unknown


def other_poses_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    links = {
        "easier": pose.easier,
        "preparatory_poses": pose.preparatory_poses,
        "counter_poses": pose.counter_poses,
        "instead": tuple(caution.instead for caution in pose.cautions if caution.instead),
    }
    for field, slugs in links.items():
        for sentence in list_unknown("pose", slugs, shelf.library.poses):
            yield find_in(pose, field, sentence)
        if pose.slug in slugs:
            yield find_in(pose, field, "names the pose itself; another pose would be right")


def props_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for sentence in list_unknown("prop", (use.prop for use in pose.props), shelf.library.props):
        yield find_in(pose, "props", sentence)


def muscles_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, slugs in (("stretches", pose.stretches), ("works", pose.works)):
        for sentence in list_unknown("muscle", slugs, shelf.library.muscles):
            yield find_in(pose, field, sentence)


def added_muscle_groups_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, line in list_lines(pose):
        for sentence in list_unknown("muscle group", line.adds, shelf.library.muscle_groups):
            yield find_in_steps(pose, f"{field}.adds", sentence)


def spared_parts_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for sentence in list_unknown("part of load_parts.toml", pose.spares, shelf.library.load_parts):
        yield find_in(pose, "spares", sentence)
    if pose.spares and pose.form_of is None:
        yield find_in(pose, "spares", "stands in a pose of its own; only a form spares what its pose asks")


def needs_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for sentence in list_unknown("need", pose.needs, shelf.library.needs):
        yield find_in(pose, "needs", sentence)


def breathing_exists(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for sentence in list_unknown("breathing protocol", (pose.breath,), shelf.library.breathings):
        yield find_in(pose, "breath", sentence)


def claims_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    claims = (benefit.claim for benefit in pose.benefits)
    for sentence in list_unknown("claim", claims, shelf.library.claims):
        yield find_in(pose, "benefits", sentence)


def conditions_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    conditions = (caution.condition for caution in pose.cautions)
    for sentence in list_unknown("condition", conditions, shelf.library.conditions):
        yield find_in(pose, "cautions", sentence)


def pauses_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for field, line in list_lines(pose):
        for sentence in list_unknown("pause", (line.pause,), shelf.library.pauses_s):
            yield find_in_steps(pose, f"{field}.pause", sentence)


def places_exist(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    if pose.steps is not None:
        for sentence in list_unknown("place", (pose.steps.starts_at,), shelf.library.places):
            yield find_in_steps(pose, "starts_at", sentence)
    for field, line in list_lines(pose):
        if isinstance(line, Step):
            for sentence in list_unknown("place", (line.place,), shelf.library.places):
                yield find_in_steps(pose, f"{field}.place", sentence)


def steps_are_complete(pose: Pose, _: Shelf) -> Iterator[Finding]:
    """Without a way out nobody is led into a pose."""
    if pose.steps is None:
        return
    for field in ("enter", "settle", "exit", "way_out"):
        if not getattr(pose.steps, field):
            yield find_in_steps(pose, field, "is empty; at least one line would be right")
    if not pose.steps.way_out_leads_to.strip():
        yield find_in_steps(pose, "way_out_leads_to", "is empty; where one then rests would be right")


def hold_is_ordered(pose: Pose, _: Shelf) -> Iterator[Finding]:
    hold = pose.hold
    if not hold.least_s <= hold.usual_s <= hold.most_s:
        found = f"found {hold.least_s:g}, {hold.usual_s:g}, {hold.most_s:g}"
        yield find_in(pose, "hold", f"{found}; least_s, usual_s, most_s in rising order would be right")


POSE_RULES = (
    other_poses_exist,
    props_exist,
    muscles_exist,
    added_muscle_groups_exist,
    spared_parts_exist,
    needs_exist,
    breathing_exists,
    claims_exist,
    conditions_exist,
    pauses_exist,
    places_exist,
    steps_are_complete,
    hold_is_ordered,
)

"""The ways out of a practice: one from each hold, one from each place on the way."""

from collections.abc import Iterable

from karani.library.library import Library
from karani.library.pose import Pose
from karani.practice.order import steps_of
from karani.practice.score import passage
from karani.practice.script import WayOut


def from_pose(slug: str) -> str:
    return f"way-out-of-{slug}"


def from_place(slug: str) -> str:
    return f"way-out-from-{slug}"


def way_out_of(pose: Pose, name: str) -> WayOut:
    steps = steps_of(pose)
    return WayOut(name, passage(name, steps.way_out), steps.way_out_leads_to)


def way_out_from(slug: str, library: Library) -> WayOut:
    place, name = library.places[slug], from_place(slug)
    return WayOut(name, passage(name, place.way_out), place.way_out_leads_to)


def list_way_outs(used: Iterable[str], library: Library) -> tuple[WayOut, ...]:
    """The way outs that the spans name, each once, in the order of the first need of each."""
    known = {from_place(slug): slug for slug in library.places}
    poses = {from_pose(slug): slug for slug in library.poses}
    return tuple(
        way_out_from(known[name], library) if name in known else way_out_of(library.poses[poses[name]], name)
        for name in dict.fromkeys(used)
    )

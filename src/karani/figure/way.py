"""A pose with its way in and out as key postures, and its pictures."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from karani.body import Body, solve_way_in, solve_way_out
from karani.body.posture import Posture
from karani.body.surfaces import Plane
from karani.figure.camera import Camera
from karani.figure.draw import draw
from karani.figure.figure import Figure
from karani.figure.options import Options
from karani.library.pose import Pose


@dataclass(frozen=True)
class Way:
    """Numbered as `karani.library.stills` says: way in, the pose itself, way out."""

    stills: tuple[Posture, ...]
    held: int


def solve_way(pose: Pose, body: Body) -> Way:
    way_in, way_out = solve_way_in(pose, body), solve_way_out(pose, body)
    return Way((*way_in, *way_out[1:]), len(way_in) - 1)


def draw_way(
    pose: Pose, body: Body, way: Way, paint: Callable[[Posture, Body, Options], Figure] = draw
) -> tuple[Figure, ...]:
    """All stills from one side and in one room."""
    held = way.stills[way.held]
    return tuple(
        paint(in_one_room(still, held), body, options_of(pose, title_of(pose, still, held)))
        for still in way.stills
    )


def title_of(pose: Pose, still: Posture, held: Posture) -> str:
    if still is held:
        return pose.name
    return still.pose.rpartition(": ")[2].replace("-", " ").capitalize()


def in_one_room(still: Posture, held: Posture) -> Posture:
    """The still with the pose's wall behind it, also where it does not touch it."""
    known = {surface.name for surface in still.surfaces}
    walls = [plane for plane in held.surfaces if isinstance(plane, Plane) and plane.name not in known]
    return replace(still, surfaces=(*still.surfaces, *walls))


def options_of(pose: Pose, title: str) -> Options:
    """From where the pose's content wants to be seen."""
    camera = pose.posture.camera
    return Options(title, None if camera is None else Camera(camera.azimuth_deg, camera.elevation_deg))

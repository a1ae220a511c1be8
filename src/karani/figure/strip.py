"""The stills of a pose as drawings: the way in, the pose, the way out, all from one side and in one room."""

from dataclasses import replace
from pathlib import Path

from karani.body import Body, solve_way_in, solve_way_out
from karani.body.posture import Posture
from karani.body.surfaces import Plane
from karani.figure.cache import draw_kept
from karani.figure.camera import Camera
from karani.figure.figure import Figure
from karani.figure.options import Options
from karani.library.pose import CameraSpec, Pose


def draw_way(pose: Pose, body: Body, folder: Path) -> list[Figure]:
    """Figures in the order in which they are led; the one titled with the pose's name is the pose. Kept in `folder`."""
    way_in, way_out = solve_way_in(pose, body), solve_way_out(pose, body)
    held = way_in[-1]
    before = [draw_still(still, held, pose, body, folder) for still in way_in[:-1]]
    after = [draw_still(still, held, pose, body, folder) for still in way_out[1:]]
    return [*before, draw_titled(pose.name, held, body, pose.posture.camera, folder), *after]


def draw_still(still: Posture, held: Posture, pose: Pose, body: Body, folder: Path) -> Figure:
    known = {surface.name for surface in still.surfaces}
    walls = [plane for plane in held.surfaces if isinstance(plane, Plane) and plane.name not in known]
    title = still.pose.rpartition(": ")[2].replace("-", " ").capitalize()
    with_walls = replace(still, surfaces=(*still.surfaces, *walls))
    return draw_titled(title, with_walls, body, pose.posture.camera, folder)


def draw_titled(title: str, posture: Posture, body: Body, camera: CameraSpec | None, folder: Path) -> Figure:
    chosen = None if camera is None else Camera(camera.azimuth_deg, camera.elevation_deg)
    return draw_kept(posture, body, folder, Options(title, chosen))

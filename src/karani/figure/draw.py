"""From a posture to a figure: skin the body, look at it from the camera, find its areas and lines, say what it shows."""

from dataclasses import dataclass

import numpy as np

from karani.body import Body
from karani.body.posture import Posture
from karani.figure.bind import bind_frames
from karani.figure.camera import PIXELS_PER_METER, Camera, View, view_of
from karani.figure.face import face_strokes
from karani.figure.figure import Figure
from karani.figure.flatten import flattened
from karani.figure.ground import mat_corners, mat_shape, room_of, shadow_shape, wall_edge, wall_foot
from karani.figure.growth import HEAD, grown_curves, grown_points, skin_of
from karani.figure.ink import ink_strokes
from karani.figure.mesh import Floats, vertex_normals
from karani.figure.moving import Moving
from karani.figure.options import Options
from karani.figure.prop_shapes import prop_shapes
from karani.figure.props import Prop, find_plane, props_of
from karani.figure.regions import Regions, breathing_shift, find_regions
from karani.figure.shape import Shape
from karani.figure.sheet import Sheet, lay_out
from karani.figure.skin import Skin
from karani.figure.skinning import body_moves, skinned
from karani.figure.viewpoint import usual_camera
from karani.figure.words import describe

MARGIN_M = 0.07
SHEET_MARGIN_PX = 10
USUAL = Options()


@dataclass(frozen=True)
class Posed:
    """The skin in a posture, breathed out and breathed in, and the curves of its face."""

    points: Floats
    breathed_in: Floats
    face: dict[str, Floats]


@dataclass(frozen=True)
class Scene:
    """What stands around the body, and the sheet that holds it all."""

    props: list[Prop]
    wall_y_m: float | None
    mat: Floats  # (4, 3)
    view: View


def draw(posture: Posture, body: Body, options: Options = USUAL) -> Figure:
    """`body` is the one in which the posture was solved."""
    skin = skin_of(body.person)
    posed = pose_skin(skin, posture, body)
    camera = options.camera or usual_camera(posture.frames)
    scene = set_scene(posture, posed.points, camera)
    near, corner = scene.view.around(posed.points, SHEET_MARGIN_PX)
    sheet = lay_out(skin, posed.points, [prop.solid for prop in scene.props], near)
    moving = Moving(breathing_shift(sheet, posed.breathed_in), corner)
    regions = find_regions(sheet)
    return Figure(
        width=scene.view.width,
        height=scene.view.height,
        title=options.title or posture.pose,
        description=describe(posture),
        room=room_of(scene.view, camera, scene.wall_y_m, posed.points),
        behind=(*ground_shapes(scene, posed.points), *prop_shapes(scene.props, scene.view)),
        silhouette=moving.shape("k-skin", regions.silhouette),
        clipped=clipped_shapes(regions, moving),
        lines=line_shapes(sheet, posed, moving),
    )


def pose_skin(skin: Skin, posture: Posture, body: Body) -> Posed:
    bind = bind_frames(body)
    grown = grown_points(skin, body, bind)
    turns, shifts = body_moves(skin, bind, posture.frames)
    points = skinned(skin, grown, turns, shifts)
    resting = flattened(points, posture.surfaces)
    breath = vertex_normals(points, skin.triangles) * skin.breath[:, None]
    head = skin.bodies.index(HEAD)
    face = {
        name: curve @ turns[head].T + shifts[head] for name, curve in grown_curves(skin, body, bind).items()
    }
    return Posed(resting, flattened(points + breath, posture.surfaces), face)


def set_scene(posture: Posture, points: Floats, camera: Camera, scale: float = PIXELS_PER_METER) -> Scene:
    props = props_of(posture.surfaces, points)
    wall = find_plane(posture.surfaces, "wall")
    wall_y_m = None if wall is None else wall.offset
    toward_head = posture.frames[HEAD][0] - posture.frames["pelvis"][0]
    mat = mat_corners(points, toward_head, wall_y_m)
    shown = np.concatenate([points, mat, *(prop.solid.points for prop in props), wall_foot(points, wall_y_m)])
    return Scene(props, wall_y_m, mat, view_of(camera, shown, MARGIN_M, scale))


def ground_shapes(scene: Scene, points: Floats) -> list[Shape]:
    wall_x = wall_edge(scene.view, scene.wall_y_m, points)
    shadow = shadow_shape(points, scene.view, wall_x)
    return [mat_shape(scene.mat, scene.view, wall_x), *([shadow] if shadow else [])]


def clipped_shapes(regions: Regions, moving: Moving) -> tuple[Shape, ...]:
    areas = (
        ("k-leg", "k-hem", regions.leggings),
        ("k-top", "k-hem", regions.top),
        ("k-hair", "", regions.hair),
        ("k-shine", "", regions.shine),
        ("k-shade", "", regions.shade),
        ("k-shade2", "", regions.deep_shade),
    )
    return tuple(moving.shape(color, nodes, kind) for color, kind, nodes in areas if nodes)


def line_shapes(sheet: Sheet, posed: Posed, moving: Moving) -> tuple[Shape, ...]:
    strokes = (ink_strokes(sheet), face_strokes(sheet, posed.face))
    return tuple(moving.shape("k-line", nodes) for nodes in strokes if nodes)

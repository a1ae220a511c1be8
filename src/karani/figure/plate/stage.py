"""What every drawing of a plate begins with: the skin in its posture, what stands around it, and the sheet."""

from dataclasses import dataclass

from karani.body import Body
from karani.body.posture import Posture
from karani.figure.bind import bind_frames
from karani.figure.camera import Camera
from karani.figure.draw import SHEET_MARGIN_PX, Scene, ground_shapes, set_scene
from karani.figure.flatten import flattened
from karani.figure.ground import Room, room_of
from karani.figure.growth import grown_points, skin_of
from karani.figure.mesh import Floats
from karani.figure.options import Options
from karani.figure.prop_shapes import prop_shapes
from karani.figure.shape import Shape
from karani.figure.sheet import Sheet, lay_out
from karani.figure.skin import Skin
from karani.figure.skinning import body_moves, skinned
from karani.figure.viewpoint import usual_camera


@dataclass(frozen=True)
class Stage:
    """`sheet` is the part of the scene's that shows the body; `corner` its place there."""

    camera: Camera
    scene: Scene
    points: Floats  # (points, 3) of the skin
    sheet: Sheet
    corner: Floats

    @property
    def room(self) -> Room:
        return room_of(self.scene.view, self.camera, self.scene.wall_y_m, self.points)

    @property
    def behind(self) -> tuple[Shape, ...]:
        return (*ground_shapes(self.scene, self.points), *prop_shapes(self.scene.props, self.scene.view))


def set_stage(posture: Posture, body: Body, options: Options) -> Stage:
    skin = skin_of(body.person)
    points = breathed_out(skin, posture, body)
    camera = options.camera or usual_camera(posture.frames)
    scene = set_scene(posture, points, camera, options.pixels_per_m)
    near, corner = scene.view.around(points, SHEET_MARGIN_PX)
    return Stage(
        camera, scene, points, lay_out(skin, points, [prop.solid for prop in scene.props], near), corner
    )


def breathed_out(skin: Skin, posture: Posture, body: Body) -> Floats:
    """The skin alone; a figure's also breathes and has a face."""
    bind = bind_frames(body)
    turns, shifts = body_moves(skin, bind, posture.frames)
    return flattened(skinned(skin, grown_points(skin, body, bind), turns, shifts), posture.surfaces)

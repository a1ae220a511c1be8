"""The figure: a body in its posture as a picture, and what it shows in words."""

from karani.figure.cache import draw_kept
from karani.figure.camera import Camera
from karani.figure.draw import draw
from karani.figure.figure import Figure
from karani.figure.options import Look, Options
from karani.figure.plate.cache import draw_plate_kept
from karani.figure.plate.coarse import draw_coarse
from karani.figure.plate.draw import draw_plate
from karani.figure.plate.plate import Plate
from karani.figure.plate.shade import Shade, State
from karani.figure.plate.space import bones_to_bytes, posture_in_space
from karani.figure.plate.svg import to_coarse_svg, to_plate_file, to_plate_svg
from karani.figure.svg import to_file, to_svg

__all__ = [
    "Camera",
    "Figure",
    "Look",
    "Options",
    "Plate",
    "Shade",
    "State",
    "bones_to_bytes",
    "draw",
    "draw_coarse",
    "draw_kept",
    "draw_plate",
    "draw_plate_kept",
    "posture_in_space",
    "to_coarse_svg",
    "to_file",
    "to_plate_file",
    "to_plate_svg",
    "to_svg",
]

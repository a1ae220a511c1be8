"""The figure: a body in its posture as a picture, and what it shows in words."""

from karani.figure.cache import draw_kept
from karani.figure.camera import Camera
from karani.figure.draw import draw
from karani.figure.figure import Figure
from karani.figure.options import Look, Options
from karani.figure.svg import to_file, to_svg

__all__ = ["Camera", "Figure", "Look", "Options", "draw", "draw_kept", "to_file", "to_svg"]

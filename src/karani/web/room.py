"""The room of a pose: how its drawing is framed between wall, floor and disc.

A glyph is drawn on a sheet of 120 x 80 with the floor at y = 70 and the wall, if any, at x = 10. All lengths
here are units of that sheet. The template `_room.html` draws what this says.
"""

import re
from dataclasses import dataclass

from karani.web.glyph_box import Box, glyph_box

FLOOR_Y = 70.0
WALL_X = 11.5  # the face of the wall: its line at x = 10 has a width
BELOW_FLOOR = 4.0  # a hand or a mat may lie this far in front of the floor line

# Shares of the frame: the body takes up to three fifths and lies well inside the floor.
BODY_WIDTH = 0.68
BODY_HEIGHT = 0.58
GROUND = 0.83
HORIZON = 0.64
WALL = 0.15
DISC = 0.31
LINE = 0.0165
NARROWEST, WIDEST = 88.0, 132.0

WALL_LINE = re.compile(r'<line[^>]*\bx1="10"[^>]*\bx2="10"[^>]*/>')

CARD_ASPECT = 4 / 3
FIGURE_ASPECT = 1.12


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, the frame that shows it, the width of its line there, and whether it leans on a wall."""

    lines: str
    view_box: str
    line_width: float
    at_wall: bool


@dataclass(frozen=True, slots=True)
class Room:
    """One picture: the drawing, where the floor begins, and the disc."""

    drawing: Drawing
    horizon: float
    disc_x: float
    disc_y: float
    disc_r: float


def frame_room(glyph: str) -> Room:
    """Frame a glyph as a picture of its own, with planes and disc."""
    lines, at_wall = without_wall_line(glyph)
    box = glyph_box(lines)
    wanted = max(box.width / BODY_WIDTH, (FLOOR_Y - box.top) / BODY_HEIGHT * CARD_ASPECT)
    width = min(max(wanted, NARROWEST), WIDEST)
    height = width / CARD_ASPECT
    left = WALL_X - WALL * width if at_wall else box.middle - width / 2
    top = FLOOR_Y - GROUND * height
    return Room(
        drawing=Drawing(lines, view_box(left, top, width, height), round(LINE * width, 2), at_wall),
        horizon=round(top + HORIZON * height, 2),
        disc_x=round(left + 0.55 * width, 2),
        disc_y=round(top + 0.44 * height, 2),
        disc_r=round(DISC * width, 2),
    )


def frame_figure(glyph: str) -> Drawing:
    """Frame the bare figure for a scene: its left edge is the wall, its lower edge lies on the floor."""
    lines, at_wall = without_wall_line(glyph)
    box = glyph_box(lines)
    width = figure_width(box, at_wall=at_wall)
    height = width / FIGURE_ASPECT
    left = WALL_X if at_wall else box.middle - width / 2
    frame = view_box(left, FLOOR_Y + BELOW_FLOOR - height, width, height)
    return Drawing(lines, frame, round(LINE * width, 2), at_wall)


def figure_width(box: Box, *, at_wall: bool) -> float:
    reach = box.right - WALL_X if at_wall else box.width * 1.1
    return max(reach, (FLOOR_Y - box.top) * FIGURE_ASPECT, 60.0)


def view_box(left: float, top: float, width: float, height: float) -> str:
    return f"{left:.4g} {top:.4g} {width:.4g} {height:.4g}"


def without_wall_line(glyph: str) -> tuple[str, bool]:
    """A room draws the wall as a plane, so the sheet's own line for it is left out. Says whether there was one."""
    lines, found = WALL_LINE.subn("", glyph)
    return lines, found > 0

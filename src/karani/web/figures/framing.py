"""How a drawn figure is framed: a card with floor, wall and disc of its own, or bare, to stand in a scene of the page.

Lengths are units of the drawing. In a scene the frame's left edge is the wall and its lower edge lies in the floor, as
for the line drawings (web/room.py), so that one takes the other's place without moving anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from karani.web.figures.picture import Picture

CARD_ASPECT = 4 / 3
SCENE_ASPECT = 1.12
ROOM = 1.04
"""A frame is so much wider than what it shows."""
GROUND = 0.075
"""Below the drawing, of the frame's height."""
HORIZON = 0.66
WALL = 0.11
DISC = 0.31
BELOW = 10.0
NARROWEST = 700.0
"""A small posture does not fill its frame."""
SCENE_NARROWEST = 560.0


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        return f"{self.left:.0f} {self.top:.0f} {self.width:.0f} {self.height:.0f}"


@dataclass(frozen=True, slots=True)
class Planes:
    """What lies behind a figure on a card; `wall_x` None without a wall, the horizon above everything from above."""

    horizon: float
    wall_x: float | None
    disc: tuple[float, float, float] | None


def card_box(picture: Picture, aspect: float = CARD_ASPECT) -> Box:
    reach = picture.width - (picture.wall_x or 0)
    tall = (picture.height * aspect) / (1 - GROUND) * ROOM
    width = max(reach * (ROOM + (WALL if picture.wall_x is not None else 0)), tall, NARROWEST)
    return placed(picture, width, width / aspect)


def placed(picture: Picture, width: float, height: float) -> Box:
    """The figure in the middle, or at the wall on the left; low in the frame, or in the middle of it from above."""
    left = picture.width / 2 - width / 2 if picture.wall_x is None else picture.wall_x - WALL * width
    if picture.from_above:
        return Box(left, picture.height / 2 - height / 2, width, height)
    return Box(left, picture.height + GROUND * height - height, width, height)


def planes_of(picture: Picture, box: Box) -> Planes:
    if picture.from_above:
        return Planes(box.top - BELOW, picture.wall_x, None)
    horizon = min(picture.floor_y, box.top + HORIZON * box.height)
    middle = box.left + (0.5 if picture.wall_x is None else 0.55) * box.width
    return Planes(horizon, picture.wall_x, (middle, box.top + 0.44 * box.height, DISC * box.width))


def strip_boxes(pictures: Iterable[Picture], aspect: float = CARD_ASPECT) -> list[Box]:
    """One scale and one place for all of a strip: the body stays as large as it is, and where it is."""
    pictures = tuple(pictures)
    whole = together(pictures)
    box = card_box(whole, aspect)
    return [moved(box, whole, picture) for picture in pictures]


def scene_boxes(pictures: Iterable[Picture]) -> list[Box]:
    """The same for figures that take each other's place in a scene."""
    pictures = tuple(pictures)
    whole = together(pictures)
    box = scene_placed(whole, scene_width(whole))
    return [moved(box, whole, picture) for picture in pictures]


def together(pictures: tuple[Picture, ...]) -> Picture:
    """One sheet that holds them all, each where it is in the world; its wall stands beside whoever comes nearest to it."""
    left = min(-picture.origin[0] for picture in pictures)
    right = max(picture.width - picture.origin[0] for picture in pictures)
    top = min(-picture.origin[1] for picture in pictures)
    bottom = max(picture.height - picture.origin[1] for picture in pictures)
    walls = [picture.wall_x - picture.origin[0] for picture in pictures if picture.wall_x is not None]
    return replace(
        pictures[0],
        width=right - left,
        height=bottom - top,
        floor_y=min(picture.floor_y - picture.origin[1] for picture in pictures) - top,
        wall_x=min(walls) - left if walls else None,
        origin=(-left, -top),
    )


def moved(box: Box, whole: Picture, picture: Picture) -> Box:
    """The common frame, which lies on the common sheet, on the picture's own."""
    right, down = picture.origin[0] - whole.origin[0], picture.origin[1] - whole.origin[1]
    return Box(box.left + right, box.top + down, box.width, box.height)


def scene_width(picture: Picture) -> float:
    reach = picture.width - (picture.wall_x or 0)
    return max(reach, picture.height * SCENE_ASPECT, SCENE_NARROWEST)


def scene_placed(picture: Picture, width: float) -> Box:
    height = width / SCENE_ASPECT
    left = picture.width / 2 - width / 2 if picture.wall_x is None else picture.wall_x
    return Box(left, picture.height - BELOW - height, width, height)

"""A figure as SVG: for a page, which brings room and colors, or as a file that stands alone.

Paths that move with the breath carry `data-in`: the same path at the end of breathing in. Both have the same commands
and as many numbers, so a player draws breath b (0 out, 1 in) by mixing number by number; docs/models/figure.md.
"""

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from karani.figure.camera import PIXELS_PER_METER
from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.shape import Shape

STYLE = Path(__file__).with_name("figure.css")
USUAL_LOOK = Look()
LOWEST_ROOM = 0.38
DISC_SHARE = 0.64


def to_svg(figure: Figure, look: Look = USUAL_LOOK, prefix: str = "") -> str:
    """For a page: no style, no room, clear behind. Give each copy on one page its own `prefix`."""
    return wrapped(figure, look, prefix or own_prefix(figure), Around())


def to_file(figure: Figure, look: Look = USUAL_LOOK) -> str:
    """Alone in the room of the page, with its own colors for light and dark."""
    return wrapped(figure, look, own_prefix(figure), Around(style(), room(figure), air=air_above(figure)))


def to_cell(figure: Figure, look: Look, prefix: str, place: str) -> str:
    """In its room at a place of a larger sheet; `place` is its x, y, width and height as attributes."""
    return wrapped(figure, look, prefix, Around(room=room(figure), air=air_above(figure), place=f" {place}"))


@dataclass(frozen=True, slots=True)
class Around:
    """What a figure carries besides itself."""

    style: str = ""
    room: str = ""
    place: str = ""
    air: int = 0


def own_prefix(figure: Figure) -> str:
    return "k" + sha256(figure.silhouette.data.encode()).hexdigest()[:6]


def wrapped(figure: Figure, look: Look, prefix: str, around: Around) -> str:
    wall = "" if figure.room.wall_x is None else f' data-wall-x="{figure.room.wall_x:.1f}"'
    above = ' data-from-above=""' if figure.room.from_above else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{look.classes}" role="img"{around.place}'
        f' {sheet_of(figure, around.air)} aria-labelledby="{prefix}-t {prefix}-d"'
        f' data-px-per-m="{PIXELS_PER_METER}" data-floor-y="{figure.room.floor_y:.1f}"{wall}{above}>'
        f'<title id="{prefix}-t">{escape(figure.title)}</title>'
        f'<desc id="{prefix}-d">{escape(figure.description)}</desc>'
        f"{around.style}{around.room}{painted(figure, prefix)}</svg>"
    )


def sheet_of(figure: Figure, air: int) -> str:
    return f'viewBox="0 {-air} {figure.width} {figure.height + air}"'


def air_above(figure: Figure) -> int:
    """A low figure stands in a room too."""
    lowest = 0 if figure.room.from_above else LOWEST_ROOM * figure.width
    return max(0, round(lowest - figure.room.floor_y))


def room_height(figure: Figure) -> int:
    return figure.height + air_above(figure)


def painted(figure: Figure, prefix: str) -> str:
    outline = figure.silhouette
    return (
        f'<clipPath id="{prefix}-c"><path {data(outline)}/></clipPath>'
        + "".join(map(path, figure.behind))
        + f'<g clip-path="url(#{prefix}-c)">{path(outline)}{"".join(map(path, figure.clipped))}</g>'
        + "".join(map(path, figure.lines))
        + f'<path class="k-outline" {data(outline)}/>'
    )


def path(shape: Shape) -> str:
    return f'<path class="{shape.classes}" {data(shape)}/>'


def data(shape: Shape) -> str:
    moving = f' data-in="{shape.breathed_in}"' if shape.breathed_in else ""
    return f'd="{shape.data}"{moving}'


def style() -> str:
    """The page's own sheet, for day and night alike."""
    lines = STYLE.read_text("utf-8").splitlines()
    return f"<style>:root{{color-scheme:light dark}}{' '.join(line.strip() for line in lines)}</style>"


def room(figure: Figure) -> str:
    """Air, disc, wall and floor as the page draws them."""
    width, height, floor = figure.width, figure.height, figure.room.floor_y
    top = -air_above(figure)
    parts = [f'<path class="k-air" d="M0 {top}h{width}V{height}H0z"/>']
    if not figure.room.from_above:
        radius = min(0.42 * width, DISC_SHARE * (floor - top))
        parts.append(
            f'<circle class="k-disc" cx="{width / 2:.0f}" cy="{floor - 0.45 * radius:.0f}" r="{radius:.0f}"/>'
        )
    if figure.room.wall_x is not None:
        parts.append(f'<path class="k-wall" d="M0 {top}h{figure.room.wall_x:.1f}V{height}H0z"/>')
    parts.append(f'<path class="k-floor" d="M0 {floor:.1f}h{width}V{height}H0z"/>')
    return "".join(parts)

"""Many figures on one sheet, each in its room with its name: all poses at a look, or the steps of one."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.svg import own_prefix, room_height, style, to_cell

CELL_WIDTH, CAPTION_HEIGHT, GAP = 420, 34, 16
CAPTION_STYLE = "text{font:20px Georgia,serif;fill:#33241f;text-anchor:middle}.paper{fill:#fdfaf5}"
CAPTION_DARK = "@media(prefers-color-scheme:dark){text{fill:#f1e7da}.paper{fill:#1b2129}}"


class Cell(NamedTuple):
    number: int
    middle: float
    floor: float


def contact_sheet(figures: Sequence[Figure], title: str, look: Look, columns: int = 4) -> str:
    """One SVG file that stands alone; all figures are drawn to one scale, each row on one floor."""
    columns = min(columns, len(figures))
    scale = min(CELL_WIDTH / figure.width for figure in figures)
    cells, floor = "", 0.0
    for start in range(0, len(figures), columns):
        row = figures[start : start + columns]
        floor += GAP + scale * max(room_height(figure) for figure in row)
        cells += "".join(
            cell(figure, look, scale, cell_at(number, start, floor)) for number, figure in enumerate(row)
        )
        floor += CAPTION_HEIGHT
    width, height = columns * (CELL_WIDTH + GAP) + GAP, round(floor + GAP)
    name = f"{own_prefix(figures[0])}-sheet"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}"><title id="{name}">{escape(title)}</title>{style()}'
        f"<style>{CAPTION_STYLE}{CAPTION_DARK}</style>"
        f'<path class="paper" d="M0 0h{width}v{height}H0z"/>{cells}</svg>'
    )


def cell_at(column: int, first: int, floor: float) -> Cell:
    return Cell(first + column, GAP + column * (CELL_WIDTH + GAP) + CELL_WIDTH / 2, floor)


def cell(figure: Figure, look: Look, scale: float, at: Cell) -> str:
    """The figure stands on the lower edge of its cell, its name below."""
    width, height = scale * figure.width, scale * room_height(figure)
    x, y = at.middle - width / 2, at.floor - height
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    caption = f'<text x="{at.middle:g}" y="{at.floor + 24:.1f}">{escape(figure.title)}</text>'
    return to_cell(figure, look, f"{own_prefix(figure)}-{at.number}", place) + caption

"""Many figures on one sheet, each in its room with its name: all poses at a look, or the steps of one."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.svg import own_prefix, room_height, style, to_cell

CELL_WIDTH, CAPTION_HEIGHT, LINE_HEIGHT, GAP, HEADING_HEIGHT = 420, 34, 24, 16, 96
LONGEST_LINE = 38
"""Letters of a caption that fit below a cell; a longer one takes two lines."""
CAPTION_STYLE = (
    "text{font:20px Georgia,serif;fill:#33241f;text-anchor:middle}"
    ".heading{font-size:34px;font-style:italic;text-anchor:start}.paper{fill:#fdfaf5}"
)
CAPTION_DARK = "@media(prefers-color-scheme:dark){text{fill:#f1e7da}.paper{fill:#1b2129}}"


class Group(NamedTuple):
    """Figures below a heading of their own; "" for none."""

    heading: str
    figures: Sequence[Figure]


class Cell(NamedTuple):
    number: int
    middle: float
    floor: float


def contact_sheet(figures: Sequence[Figure], title: str, look: Look, columns: int = 4) -> str:
    """One SVG file that stands alone; all figures are drawn to one scale, each row on one floor."""
    return grouped_sheet([Group("", figures)], title, look, columns)


def grouped_sheet(groups: Sequence[Group], title: str, look: Look, columns: int = 6) -> str:
    """The same with figures in groups, one below the other."""
    every = [figure for group in groups for figure in group.figures]
    columns = min(columns, max(len(group.figures) for group in groups))
    scale = min(CELL_WIDTH / figure.width for figure in every)
    cells, floor, number = "", 0.0, 0
    for group in groups:
        cells += heading(group.heading, floor)
        floor += HEADING_HEIGHT if group.heading else 0
        for row in rows_of(group.figures, columns):
            floor += GAP + scale * max(room_height(figure) for figure in row)
            cells += "".join(
                cell(figure, look, scale, cell_at(number, column, floor)) for column, figure in enumerate(row)
            )
            floor += CAPTION_HEIGHT + LINE_HEIGHT * (max(len(lines_of(figure.title)) for figure in row) - 1)
            number += len(row)
    width, height = columns * (CELL_WIDTH + GAP) + GAP, round(floor + GAP)
    name = f"{own_prefix(every[0])}-sheet"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}"><title id="{name}">{escape(title)}</title>{style()}'
        f"<style>{CAPTION_STYLE}{CAPTION_DARK}</style>"
        f'<path class="paper" d="M0 0h{width}v{height}H0z"/>{cells}</svg>'
    )


def rows_of(figures: Sequence[Figure], columns: int) -> list[Sequence[Figure]]:
    return [figures[start : start + columns] for start in range(0, len(figures), columns)]


def heading(text: str, top: float) -> str:
    if not text:
        return ""
    return f'<text class="heading" x="{GAP}" y="{top + 0.72 * HEADING_HEIGHT:.1f}">{escape(text)}</text>'


def cell_at(number: int, column: int, floor: float) -> Cell:
    return Cell(number, GAP + column * (CELL_WIDTH + GAP) + CELL_WIDTH / 2, floor)


def cell(figure: Figure, look: Look, scale: float, at: Cell) -> str:
    """The figure stands on the lower edge of its cell, its name below."""
    width, height = scale * figure.width, scale * room_height(figure)
    x, y = at.middle - width / 2, at.floor - height
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    caption = "".join(
        f'<text x="{at.middle:g}" y="{at.floor + LINE_HEIGHT * (1 + line):.1f}">{escape(words)}</text>'
        for line, words in enumerate(lines_of(figure.title))
    )
    return to_cell(figure, look, f"{own_prefix(figure)}-{at.number}", place) + caption


def lines_of(title: str) -> list[str]:
    """One line, or two of about equal length."""
    spaces = [place for place, letter in enumerate(title) if letter == " "]
    if len(title) <= LONGEST_LINE or not spaces:
        return [title]
    middle = min(spaces, key=lambda place: abs(place - len(title) / 2))
    return [title[:middle], title[middle + 1 :]]

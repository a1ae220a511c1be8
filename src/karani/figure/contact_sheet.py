"""Many figures on one sheet, each in its room with its name: all poses at a look, or the steps of one."""

from collections.abc import Sequence
from html import escape

from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.svg import own_prefix, room_height, style, to_cell

CELL_WIDTH, CELL_HEIGHT, CAPTION_HEIGHT, GAP = 420, 330, 34, 16
CAPTION_STYLE = "text{font:20px Georgia,serif;fill:#33241f;text-anchor:middle}.paper{fill:#fdfaf5}"
CAPTION_DARK = "@media(prefers-color-scheme:dark){text{fill:#f1e7da}.paper{fill:#1b2129}}"


def contact_sheet(figures: Sequence[Figure], title: str, look: Look, columns: int = 4) -> str:
    """One SVG file that stands alone; all figures are drawn to one scale."""
    columns = min(columns, len(figures))
    rows = -(-len(figures) // columns)
    width = columns * (CELL_WIDTH + GAP) + GAP
    height = rows * (CELL_HEIGHT + CAPTION_HEIGHT + GAP) + GAP
    scale = min(min(CELL_WIDTH / figure.width, CELL_HEIGHT / room_height(figure)) for figure in figures)
    cells = "".join(
        cell(figure, look, scale, number, *divmod(number, columns)) for number, figure in enumerate(figures)
    )
    name = f"{own_prefix(figures[0])}-sheet"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}"><title id="{name}">{escape(title)}</title>{style()}'
        f"<style>{CAPTION_STYLE}{CAPTION_DARK}</style>"
        f'<path class="paper" d="M0 0h{width}v{height}H0z"/>{cells}</svg>'
    )


def cell(figure: Figure, look: Look, scale: float, number: int, row: int, column: int) -> str:
    """The figure stands on the lower edge of its cell, its name below."""
    middle = GAP + column * (CELL_WIDTH + GAP) + CELL_WIDTH / 2
    floor = GAP + row * (CELL_HEIGHT + CAPTION_HEIGHT + GAP) + CELL_HEIGHT
    width, height = scale * figure.width, scale * room_height(figure)
    x, y = middle - width / 2, floor - height
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    caption = f'<text x="{middle:g}" y="{floor + 24}">{escape(figure.title)}</text>'
    return to_cell(figure, look, f"{own_prefix(figure)}-{number}", place) + caption

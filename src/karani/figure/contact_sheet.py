"""Many figures on one sheet, each in its room with its name: all poses at a look, or the steps of one."""

from collections.abc import Sequence
from html import escape

from karani.figure.figure import Figure
from karani.figure.options import Look
from karani.figure.svg import style, to_cell

CELL_WIDTH, CELL_HEIGHT, CAPTION_HEIGHT, GAP = 420, 330, 34, 16
CAPTION_STYLE = "text{font:20px Georgia,serif;fill:#33241f;text-anchor:middle}.paper{fill:#fdfaf5}"
CAPTION_DARK = "@media(prefers-color-scheme:dark){text{fill:#f1e7da}.paper{fill:#1b2129}}"


def contact_sheet(figures: Sequence[Figure], title: str, look: Look, columns: int = 4) -> str:
    """One SVG file that stands alone."""
    columns = min(columns, len(figures))
    rows = -(-len(figures) // columns)
    width = columns * (CELL_WIDTH + GAP) + GAP
    height = rows * (CELL_HEIGHT + CAPTION_HEIGHT + GAP) + GAP
    cells = "".join(
        cell(figure, look, number, *divmod(number, columns)) for number, figure in enumerate(figures)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="sheet-t"><title id="sheet-t">{escape(title)}</title>{style()}'
        f"<style>{CAPTION_STYLE}{CAPTION_DARK}</style>"
        f'<path class="paper" d="M0 0h{width}v{height}H0z"/>{cells}</svg>'
    )


def cell(figure: Figure, look: Look, number: int, row: int, column: int) -> str:
    x = GAP + column * (CELL_WIDTH + GAP)
    y = GAP + row * (CELL_HEIGHT + CAPTION_HEIGHT + GAP)
    place = f'x="{x}" y="{y}" width="{CELL_WIDTH}" height="{CELL_HEIGHT}"'
    caption = f'<text x="{x + CELL_WIDTH / 2:g}" y="{y + CELL_HEIGHT + 24}">{escape(figure.title)}</text>'
    return to_cell(figure, look, f"k{number}", place) + caption

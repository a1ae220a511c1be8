"""A picture on a handout: a drawing with plain colors, its caption, and what it shows in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from karani.figure import Figure

PEN = "fill:none;stroke:#1d1512;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round"
GLYPH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><style>path,line,circle,ellipse{{{pen}}}'
    ".prop{{stroke:#7a6a5e}}.head{{fill:#e9b662}}</style>"
    '<rect width="120" height="80" fill="#ffffff"/><circle cx="66" cy="34" r="26" fill="#f8ecd6" stroke="none" style="stroke:none;fill:#f8ecd6"/>'
    '<rect y="56" width="120" height="24" fill="#f0ece6"/>{lines}</svg>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    svg: str
    caption: str
    shows: str
    width: float = 1.0
    """Against the other pictures beside it, so that one body has one size."""

    def as_dict(self) -> dict[str, str | float]:
        return {"svg": self.svg, "caption": self.caption, "shows": self.shows, "width": self.width}


def picture_of_figure(figure: "Figure") -> Picture:
    from karani.figure.on_paper import to_paper  # noqa: PLC0415 - what only prints needs no body

    return Picture(to_paper(figure), figure.title, figure.description, figure.width)


def picture_of_glyph(glyph: str, name: str) -> Picture:
    """The line drawing of a pose, where no figure is at hand."""
    return Picture(GLYPH.format(pen=PEN, lines=glyph), name, f"Drawing of {name}.")

"""How large the words of a plate are: a plate carries its labels twice, for a wide window or paper and for a phone."""

from dataclasses import dataclass

LINE = 1.125
"""Of two lines of a label, in letter heights."""
LETTER = 0.6
"""Of a letter's width, bold."""
SMALL = 0.86
"""Of the second line."""
WIDE_PX = 21.0
"""A plate some 1050 px wide is shown at two thirds: 14 px on the screen, its second line 12."""
PHONE_SHARE = 0.0375
"""On a phone the plate is 346 px wide: 13 px on the screen, its second line 11."""
WIDE_MOST, PHONE_MOST = 6, 5


@dataclass(frozen=True, slots=True)
class Lettering:
    """`font_px` in the plate's own pixels; `most` labels find room."""

    kind: str
    font_px: float
    most: int
    small: float = SMALL

    @property
    def line_px(self) -> float:
        return LINE * self.font_px

    @property
    def letter_px(self) -> float:
        return LETTER * self.font_px


def letterings(width: float) -> tuple[Lettering, Lettering]:
    """For a plate of this width, with the room around it."""
    return (
        Lettering("k-wide", WIDE_PX, WIDE_MOST),
        Lettering("k-narrow", round(PHONE_SHARE * width), PHONE_MOST),
    )

"""How a figure is drawn, and how it is colored: the first changes its paths, the second only classes."""

from dataclasses import dataclass

from karani.errors import FigureError
from karani.figure.camera import PIXELS_PER_METER, Camera

TONES = ("light", "tan", "brown", "deep")
CLOTHES = ("coral", "ochre", "sage")


@dataclass(frozen=True, slots=True)
class Options:
    """`title` names the figure, else the pose's slug does; `camera` None looks from where the posture is best seen.

    `pixels_per_m`: fewer are drawn faster and coarser.
    """

    title: str = ""
    camera: Camera | None = None
    pixels_per_m: int = PIXELS_PER_METER


@dataclass(frozen=True, slots=True)
class Look:
    tone: str = "tan"
    clothes: str = "coral"

    def __post_init__(self) -> None:
        check("skin tone", self.tone, TONES)
        check("color of clothes", self.clothes, CLOTHES)

    @property
    def classes(self) -> str:
        return f"kf kf-{self.tone} kf-{self.clothes}"


def check(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise FigureError(f"{given!r} is not a {what}. There are: {', '.join(known)}.")

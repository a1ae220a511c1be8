"""The figures of one page: what is kept already stands in it, the rest says where to fetch it."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup

from karani.library.stills import list_stills
from karani.storage import Person
from karani.web.figures.cast import Drawn, who_is_drawn
from karani.web.figures.figures import Figures
from karani.web.figures.picture import Picture
from karani.web.figures.svg import framed_svg, strip_svgs

if TYPE_CHECKING:
    from collections.abc import Callable

    from karani.web.pages.for_you import Known
    from karani.web.services import Services

SHOWN: ContextVar["Shown"] = ContextVar("figures of the page")


@dataclass
class Shown:
    """In addresses and calls, `turn` decides who is drawn; without it each family of poses does."""

    figures: Figures
    known: "Callable[[], Known]"
    inlined: int = field(default=0)
    found: dict[tuple[str, Drawn], Picture | None] = field(default_factory=dict)

    @cached_property
    def person(self) -> Person:
        return self.known().person

    def drawn(self, slug: str, turn: str) -> Drawn:
        return who_is_drawn(self.person, turn or self.figures.library.pose(slug).root)

    def address(self, slug: str, frame: str, turn: str = "", *, still: bool = False) -> str:
        asked = {"frame": frame} | ({"turn": turn} if turn else {}) | ({"still": "1"} if still else {})
        return f"/poses/{slug}/figure.svg?{urlencode(asked)}"

    def way_address(self, slug: str) -> str:
        return f"/poses/{slug}/figures.json?frame=card"

    def inline(self, slug: str, frame: str, label: str = "", turn: str = "") -> Markup:
        """The figure itself, breathing; empty when it is not drawn yet."""
        drawn = self.drawn(slug, turn)
        picture = self.find(slug, drawn)
        if picture is None:
            return Markup()
        return Markup(framed_svg(picture, frame, drawn.classes, self.prefix(), label))  # noqa: S704 - escaped there

    def trouble(self, slug: str, turn: str = "") -> str:
        """Why this body does not quite reach the pose; empty where it does, or where it is not drawn yet."""
        picture = self.find(slug, self.drawn(slug, turn))
        return picture.trouble if picture else ""

    def find(self, slug: str, drawn: Drawn) -> Picture | None:
        if (slug, drawn) not in self.found:
            self.found[slug, drawn] = self.figures.find(slug, drawn)
        return self.found[slug, drawn]

    def steps(self, slug: str, side: str) -> list[Markup | None]:
        """For each step of "enter" or "exit" its still: None where it is the one before, empty while it is not drawn."""
        stills = list_stills(self.figures.library.pose(slug))
        shown = stills.enter if side == "enter" else stills.exit
        cards = self.cards(slug)
        return [
            None if number == last else cards.get(number, Markup())
            for number, last in zip(shown, (None, *shown), strict=False)
        ]

    def cards(self, slug: str) -> dict[int, Markup]:
        drawn = self.drawn(slug, "")
        way = self.figures.find_way(slug, drawn)
        if way is None:
            return {}
        stills = tuple(picture.still() for picture in way.stills)
        svgs = strip_svgs(stills, drawn.classes, self.prefix())
        return {number: Markup(svg) for number, svg in enumerate(svgs)}  # noqa: S704 - escaped there

    def prefix(self) -> str:
        """No two figures of a page share an id."""
        self.inlined += 1
        return f"f{self.inlined}-"


def shown_on(here: "Services") -> Shown:
    return Shown(here.figures, here.known)

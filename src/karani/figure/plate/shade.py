"""What the figure is told of a muscle group: its state, how strongly, and words to show with it.

The figure knows no muscles' model and the muscles know no colors; whoever composes a page joins the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from karani.errors import FigureError

STEPS = 4


class State(StrEnum):
    STRETCHED = "stretched"
    WORKING = "working"
    WORKING_LONG = "working-long"
    SLACK = "slack"
    REST = "rest"
    NOT_COMPUTED = "not-computed"


STRONG = (State.STRETCHED, State.WORKING, State.WORKING_LONG)
"""States that have steps."""
STATE_WORDS = {
    State.STRETCHED: "stretched",
    State.WORKING: "working",
    State.WORKING_LONG: "working while long",
    State.SLACK: "long but slack",
    State.REST: "at rest",
    State.NOT_COMPUTED: "not computed",
}


@dataclass(frozen=True, slots=True)
class Shade:
    """`share` 0 to 1 says how strong, `name` is what a label calls the group, `words` are shown on pointing at it."""

    state: State
    share: float = 0.0
    name: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise FigureError(f"A shade's share is {self.share}; it goes from 0 to 1.")

    @property
    def step(self) -> int:
        """1 to 4; 0 for states that have no strength."""
        return min(STEPS, 1 + int(self.share * STEPS)) if self.state in STRONG else 0

    @property
    def color(self) -> str:
        """The class that colors it."""
        return f"k-{self.state}{self.step}" if self.step else f"k-{self.state}"


Shades = Mapping[tuple[str, str], Shade]
"""By muscle group and side, `left` or `right`."""
UNKNOWN = Shade(State.NOT_COMPUTED)


def shade_of(shades: Shades, group: str, side: str) -> Shade:
    """What nobody computed is drawn as not computed, never as resting."""
    return shades.get((group, side), UNKNOWN)

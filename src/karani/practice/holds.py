"""Fitting holds to the minutes: every hold moves in proportion to its wish, within its least and most."""

from collections.abc import Sequence
from dataclasses import dataclass

HALVINGS = 50
MILLISECONDS = 3
SLACK_S = 0.001
"""Sums of many seconds are off in their last digits."""


@dataclass(frozen=True, slots=True)
class Span:
    """A hold on each of `sides` sides, in seconds."""

    least_s: float
    wish_s: float
    most_s: float
    sides: int = 1

    def at(self, scale: float) -> float:
        return self.within(self.wish_s * scale)

    def within(self, hold_s: float) -> float:
        return min(max(hold_s, self.least_s), self.most_s)


def least_total(spans: Sequence[Span]) -> float:
    return sum(span.least_s * span.sides for span in spans)


def most_total(spans: Sequence[Span]) -> float:
    return sum(span.most_s * span.sides for span in spans)


def fit_holds(spans: Sequence[Span], available_s: float) -> tuple[float, ...] | None:
    """Holds a side, whole seconds but one, that fill `available_s` exactly; None where least or most forbid it."""
    if not least_total(spans) - SLACK_S <= available_s <= most_total(spans) + SLACK_S:
        return None
    scale = find_scale(spans, available_s)
    holds = [span.within(round(span.at(scale))) for span in spans]
    return tuple(settle_rest(holds, spans, available_s))


def find_scale(spans: Sequence[Span], available_s: float) -> float:
    """The total grows with the scale, so halving finds it."""
    low, high = 0.0, max(span.most_s / span.wish_s for span in spans)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if sum(span.at(middle) * span.sides for span in spans) < available_s:
            low = middle
        else:
            high = middle
    return high


def settle_rest(holds: list[float], spans: Sequence[Span], available_s: float) -> list[float]:
    """Rounding leaves a few seconds over; the longest holds that may still move take them."""
    order = sorted(range(len(spans)), key=lambda index: -holds[index])
    for index in order:
        span = spans[index]
        over = available_s - sum(hold * s.sides for hold, s in zip(holds, spans, strict=True))
        holds[index] = round(span.within(holds[index] + over / span.sides), MILLISECONDS)
    return holds

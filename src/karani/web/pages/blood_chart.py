"""One small chart of the blood over time: a band of sampled people and its middle, as paths to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 340.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 10.0, 12.0, 30.0
TICKS = 3
PAD = 0.06
LEAST_SPAN = 4.0
MINUTE_S = 60.0

Series = Mapping[str, Sequence[float]]
"""low, middle and high, one value for each moment."""


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Phase:
    """Standing, lying, the pose: from where to where on the chart."""

    name: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2.0


@dataclass(frozen=True, slots=True)
class Chart:
    heading: str
    unit: str
    described: str
    band: str
    line: str
    levels: tuple[Tick, ...]
    minutes: tuple[Tick, ...]
    phases: tuple[Phase, ...]
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    bottom: float = HEIGHT - BOTTOM
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class Named:
    """A chart's words; `sentence` says what it shows."""

    heading: str
    unit: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From seconds and values to places on the chart."""

    start_s: float
    end_s: float
    low: float
    high: float

    def x(self, at_s: float) -> float:
        share = (at_s - self.start_s) / (self.end_s - self.start_s)
        return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)

    def y(self, value: float) -> float:
        share = (self.high - value) / (self.high - self.low)
        return round(TOP + (HEIGHT - TOP - BOTTOM) * share, 1)


def make_chart(
    named: Named, time_s: Sequence[float], series: Series, spans: Sequence[tuple[str, float, float]]
) -> Chart:
    """`spans` are the phases: name, start and end in seconds; the second of them begins the count of minutes."""
    scale = scale_of(time_s, series)
    edges = [points(time_s, series[edge], scale) for edge in ("low", "high", "middle")]
    there, back, line = edges
    return Chart(
        heading=named.heading,
        unit=named.unit,
        described=named.sentence,
        band=" ".join([*there, *reversed(back)]),
        line=" ".join(line),
        levels=tuple(Tick(scale.y(value), signed(value, scale)) for value in ticks(scale.low, scale.high)),
        minutes=minute_ticks(scale, spans),
        phases=tuple(Phase(name, scale.x(start), scale.x(end)) for name, start, end in spans),
    )


def scale_of(time_s: Sequence[float], series: Series) -> Scale:
    low, high = min(series["low"]), max(series["high"])
    span = max(high - low, LEAST_SPAN) * (1.0 + 2.0 * PAD)
    middle = (low + high) / 2.0
    return Scale(time_s[0], time_s[-1], middle - span / 2.0, middle + span / 2.0)


def points(time_s: Sequence[float], values: Sequence[float], scale: Scale) -> list[str]:
    return [f"{scale.x(at_s):g},{scale.y(value):g}" for at_s, value in zip(time_s, values, strict=True)]


def ticks(low: float, high: float) -> list[float]:
    """About TICKS round numbers inside."""
    rough = (high - low) / TICKS
    decade = 10.0 ** floor(log10(rough))
    step = decade * next(factor for factor in (1.0, 2.0, 5.0, 10.0) if factor * decade >= rough)
    return [place * step for place in range(ceil(low / step), floor(high / step) + 1)]


def signed(value: float, scale: Scale) -> str:
    """Changes carry a sign, with a true minus."""
    if scale.low < 0.0:
        return "0" if value == 0.0 else f"{value:+g}".replace("-", "\N{MINUS SIGN}")
    return f"{value:g}"


def minute_ticks(scale: Scale, spans: Sequence[tuple[str, float, float]]) -> tuple[Tick, ...]:
    """Minutes since the pose began, every two."""
    start_s, end_s = spans[-2][1], spans[-2][2]
    whole = range(0, floor((end_s - start_s) / MINUTE_S) + 1, 2)
    return tuple(Tick(scale.x(start_s + minute * MINUTE_S), f"{minute}") for minute in whole)

"""A chart of a simulation as one SVG: pulse, mean pressure, blood of legs and chest, pressure in the ankle's veins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np

from karani.circulation.bands import Band
from karani.circulation.hemodynamics import Hemodynamics
from karani.circulation.kernel.groups import Array
from karani.circulation.timeline import Timeline
from karani.units import SECONDS_PER_MINUTE

WIDTH, PANEL, GAP, LEFT, RIGHT, TOP = 760.0, 130.0, 34.0, 64.0, 16.0, 56.0
MOST_POINTS = 900
PAD = 0.08
LEAST_SPAN = 4.0
TICKS = 4
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#2b2a33}.t{font-size:17px;font-weight:600}.a{fill:none;stroke:#8a8794;"
    "stroke-width:1}.g{stroke:#e3e0e8;stroke-width:1}.l{fill:none;stroke:#5b4b8a;stroke-width:1.6}"
    ".m{fill:none;stroke:#a3552f;stroke-width:1.6;stroke-dasharray:6 3}.b{fill:#5b4b8a;opacity:.16}.n{stroke:#8a8794;stroke-dasharray:2 3}"
)


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: its heading and the lists in it; `from_start`: changes since the first second."""

    heading: str
    names: tuple[str, ...]
    from_start: bool = False


PANELS = (
    Panel("Pulse, beats a minute", ("heart_rate_bpm",)),
    Panel("Mean arterial pressure, mmHg", ("mean_arterial_pressure_mmhg",)),
    Panel(
        "Blood in the legs (line) and in the chest (dashes), change in ml",
        ("leg_volume_ml", "chest_volume_ml"),
        from_start=True,
    ),
    Panel("Pressure in the veins of the ankle, mmHg", ("ankle_vein_pressure_mmhg",)),
)


def plot(title: str, timeline: Timeline, found: Hemodynamics, bands: Mapping[str, Band] | None = None) -> str:
    """The whole SVG; with bands, 5 to 95 % of sampled people behind the line."""
    height = TOP + len(PANELS) * (PANEL + GAP) + GAP
    parts = [
        head_of(title, height, found),
        f'<rect width="{WIDTH:g}" height="{height:g}" fill="#fff"/>',
        f'<text class="t" x="{LEFT:g}" y="24">{escape(title)}</text>',
        f'<text x="{LEFT:g}" y="42">A model of an average healthy adult, not a measurement.</text>',
    ]
    for place, panel in enumerate(PANELS):
        parts += panel_parts(panel, TOP + GAP / 2 + place * (PANEL + GAP), timeline, found, bands or {})
    return "\n".join([*parts, "</svg>"]) + "\n"


def head_of(title: str, height: float, found: Hemodynamics) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" role="img"'
        f' aria-labelledby="title desc"><title id="title">{escape(title)}</title>'
        f'<desc id="desc">{escape(described(found))}</desc><style>{STYLE}</style>'
    )


def described(found: Hemodynamics) -> str:
    """The chart in words: each quantity at the beginning and at the end."""
    early, late = slice(0, 10), slice(-60, None)
    sentences = [
        f"{panel.heading}: {found_mean(found, panel.names[0], early):.0f} in the first ten seconds,"
        f" {found_mean(found, panel.names[0], late):.0f} in the last minute."
        for panel in PANELS
        if not panel.from_start
    ]
    legs = found_mean(found, "leg_volume_ml", late) - float(found.leg_volume_ml[0])
    return " ".join([*sentences, f"Blood in the legs has changed by {legs:.0f} ml."])


def found_mean(found: Hemodynamics, name: str, part: slice) -> float:
    return float(getattr(found, name)[part].mean())


def panel_parts(
    panel: Panel, top: float, timeline: Timeline, found: Hemodynamics, bands: Mapping[str, Band]
) -> list[str]:
    lines = [shifted(getattr(found, name), panel) for name in panel.names]
    band = bands.get(panel.names[0]) if len(panel.names) == 1 else None
    low, high = bounds([*lines, *([band.low, band.high] if band else [])])
    frame = Frame(top, low, high, float(found.time_s[-1]))
    parts = [f'<text x="{LEFT:g}" y="{top - 6:g}">{escape(panel.heading)}</text>', *grid(frame)]
    parts += step_marks(timeline, frame)
    if band is not None:
        parts.append(area(found.time_s, band.low, band.high, frame))
    styles = ("l", "m")
    parts += [
        f'<polyline class="{style}" points="{points(found.time_s, line, frame)}"/>'
        for style, line in zip(styles, lines, strict=False)
    ]
    return parts


def shifted(series: Array, panel: Panel) -> Array:
    return series - series[0] if panel.from_start else series


def bounds(lines: Sequence[Array]) -> tuple[float, float]:
    low, high = min(float(line.min()) for line in lines), max(float(line.max()) for line in lines)
    span = max(high - low, LEAST_SPAN)
    middle = 0.5 * (low + high)
    return middle - (0.5 + PAD) * span, middle + (0.5 + PAD) * span


@dataclass(frozen=True, slots=True)
class Frame:
    top: float
    low: float
    high: float
    end_s: float

    def x(self, time_s: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * time_s / self.end_s

    def y(self, value: float) -> float:
        return self.top + PANEL * (self.high - value) / (self.high - self.low)


def grid(frame: Frame) -> list[str]:
    parts = []
    for value in ticks(frame.low, frame.high):
        y = frame.y(value)
        parts.append(f'<line class="g" x1="{LEFT:g}" x2="{WIDTH - RIGHT:g}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8:g}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for minute in ticks(0.0, frame.end_s / SECONDS_PER_MINUTE):
        x = frame.x(minute * SECONDS_PER_MINUTE)
        parts.append(
            f'<text x="{x:.1f}" y="{frame.top + PANEL + 14:g}" text-anchor="middle">{minute:g} min</text>'
        )
    return parts


def ticks(low: float, high: float) -> list[float]:
    """Round numbers inside, about TICKS of them."""
    rough = (high - low) / TICKS
    decade = 10.0 ** np.floor(np.log10(rough))
    step = decade * next(factor for factor in (1.0, 2.0, 5.0, 10.0) if factor * decade >= rough)
    first = np.ceil(low / step)
    return [round(float(place * step), 6) for place in np.arange(first, np.floor(high / step) + 1.0)]


def step_marks(timeline: Timeline, frame: Frame) -> list[str]:
    starts = np.cumsum([step.seconds for step in timeline.steps])[:-1]
    return [
        f'<line class="n" x1="{frame.x(start):.1f}" x2="{frame.x(start):.1f}" y1="{frame.top:g}" y2="{frame.top + PANEL:g}"/>'
        for start in starts
    ]


def points(time_s: Array, line: Array, frame: Frame) -> str:
    every = max(1, len(line) // MOST_POINTS)
    return " ".join(
        f"{frame.x(time):.1f},{frame.y(value):.1f}"
        for time, value in zip(time_s[::every], line[::every], strict=True)
    )


def area(time_s: Array, low: Array, high: Array, frame: Frame) -> str:
    there, back = points(time_s, low, frame), points(time_s[::-1], high[::-1], frame)
    return f'<polygon class="b" points="{there} {back}"/>'

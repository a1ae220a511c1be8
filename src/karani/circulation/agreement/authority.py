"""Published measurements and the protocol by which each is asked of the model."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from karani.circulation.read_timeline import step_of
from karani.circulation.timeline import Timeline
from karani.library import Library
from karani.library.content_file import read_toml
from karani.library.fields import Fields

Statistic = Literal["mean", "lowest", "highest", "swing", "alpha", "rmssd", "sdnn", "fast_power"]
Compare = Literal["value", "difference", "percent", "ratio", "decibel", "indifference"]
STATISTICS: tuple[Statistic, ...] = (
    "mean",
    "lowest",
    "highest",
    "swing",
    "alpha",
    "rmssd",
    "sdnn",
    "fast_power",
)
COMPARES: tuple[Compare, ...] = ("value", "difference", "percent", "ratio", "decibel", "indifference")
SMOOTH_S = 3
LONGEST_WINDOW_S = 14400.0
WIDE = 1e4


@dataclass(frozen=True, slots=True)
class Authority:
    """One published number. The statistic of `quantity` over the window is compared with its mean over `before_s`."""

    what: str
    quantity: str
    steps: Timeline
    window_s: tuple[float, float]
    against: Timeline | None
    before_s: tuple[float, float] | None
    statistic: Statistic
    compare: Compare
    smooth_s: int
    donated_ml: float
    published: float
    unit: str
    tolerance: float
    spread: float | None
    n: str
    source: str
    earlier: float | None
    """What the first version of this model gave, for a row that a change was aimed at."""
    mended_by: str | None
    missed: str | None
    """Why the model lies outside, for a row that it is known to miss."""
    moved: str | None
    """Why a row that first judged the model went over to the fit; None: it has always been where it is."""
    round: int
    """1: looked at while the model was made; 2: written down before the model was asked about it."""


def read_authorities(path: Path, library: Library) -> tuple[Authority, ...]:
    return read_toml(
        path.parent, path, lambda fields: fields.each("row", lambda row: authority_of(row, library))
    )


def authority_of(fields: Fields, library: Library) -> Authority:
    def timeline(key: str) -> Timeline:
        return Timeline(fields.each(key, lambda step: step_of(step, library)))

    return Authority(
        what=fields.text("what"),
        quantity=fields.text("quantity"),
        steps=timeline("steps"),
        window_s=fields.span("window_s", 0.0, LONGEST_WINDOW_S),
        against=timeline("against") if fields.has("against") else None,
        before_s=fields.span("before_s", 0.0, LONGEST_WINDOW_S) if fields.has("before_s") else None,
        statistic=fields.word("statistic", STATISTICS),
        compare=fields.word("compare", COMPARES),
        smooth_s=fields.whole("smooth_s", 1, 60) if fields.has("smooth_s") else SMOOTH_S,
        donated_ml=fields.number("donated_ml", 0.0, 1000.0) if fields.has("donated_ml") else 0.0,
        published=fields.number("published", -WIDE, WIDE),
        unit=fields.text("unit"),
        tolerance=fields.number("tolerance", 1e-3, WIDE),
        spread=fields.number("spread", 0.0, WIDE) if fields.has("spread") else None,
        n=fields.text("n"),
        source=fields.text("source"),
        earlier=fields.number("earlier", -WIDE, WIDE) if fields.has("earlier") else None,
        mended_by=fields.optional_text("mended_by"),
        missed=fields.optional_text("missed"),
        moved=fields.optional_text("moved"),
        round=fields.whole("round", 1, 9) if fields.has("round") else 1,
    )

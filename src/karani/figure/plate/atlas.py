"""The muscles a plate draws: where each lies, how wide it is, whose state it shows; all of it content."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from karani.figure.mesh import Floats
from karani.library.packaged import PACKAGED_CONTENT

FILE = PACKAGED_CONTENT / "figure" / "atlas.toml"


@dataclass(frozen=True, eq=False)
class DrawnMuscle:
    """One muscle of the right side; the left mirrors it."""

    slug: str
    group: str
    lines: tuple[str, ...]  # names of the model's paths, without side
    places: tuple[Floats, ...]  # (points, 3) [m] forward, up, right of the chest's origin in the bind posture
    leg: tuple[Floats, ...]  # (points, 2) along a limb and round it
    arm: tuple[Floats, ...]
    sheet: bool
    half_width_m: float
    belly: tuple[float, float]
    layer: int
    deep: bool


@cache
def read_atlas() -> tuple[DrawnMuscle, ...]:
    content = tomllib.loads(FILE.read_text("utf-8"))
    return tuple(drawn_muscle(entry) for entry in content["muscles"])


def drawn_muscle(entry: dict[str, Any]) -> DrawnMuscle:
    start, end = entry["belly"]
    return DrawnMuscle(
        slug=entry["slug"],
        group=entry["group"],
        lines=tuple(entry.get("lines", ())),
        places=tuple(np.array(line, dtype=float) / 1000 for line in entry.get("places", ())),
        leg=tuple(np.array(line, dtype=float) for line in entry.get("leg", ())),
        arm=tuple(np.array(line, dtype=float) for line in entry.get("arm", ())),
        sheet=entry.get("sheet", False),
        half_width_m=entry["half_width_mm"] / 1000,
        belly=(start, end),
        layer=entry.get("layer", 0),
        deep=entry.get("deep", False),
    )

"""Moments that joints give at the ends of their range, where no muscle of the model reaches.

    tau_q = -sign U'(s),   U'(s) = m (e^((s - s0) / w) - 1) for s > s0, else 0        [N m, deg]
s is the angle q (times sign), or for a tissue over two joints  q + share q2, which then gives share times as much at q2.
Numbers and sources: content/physiology/ligaments.toml.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.library.packaged import PACKAGED_CONTENT

Vector = NDArray[np.float64]

STRONGEST_NM = 400.0
"""Far beyond what a joint bears; keeps a posture out of range from giving numbers without bound."""
LAST_EXPONENT = 6.0
SIDES = ("", "_r", "_l")


@dataclass(frozen=True)
class Ligament:
    coordinate: str
    sign: float
    begins_deg: float
    width_deg: float
    moment_nm: float
    second: str | None
    share: float
    follows_flexibility: bool
    """Whether it begins later in a body that gives way more."""


def ligament_moments(names: tuple[str, ...], angles_deg: Vector, flexibility: float) -> Vector:
    """On each coordinate [N m], (coordinates,)."""
    moments = np.zeros(len(names))
    for ligament, place, second in crossings(names):
        angle = angles_deg[place] + (ligament.share * angles_deg[second] if second >= 0 else 0.0)
        moment = moment_of(ligament, float(angle), flexibility)
        moments[place] += moment
        if second >= 0:
            moments[second] += ligament.share * moment
    return moments


def moment_of(ligament: Ligament, angle_deg: float, flexibility: float) -> float:
    begins = ligament.begins_deg * (flexibility if ligament.follows_flexibility else 1.0)
    beyond = ligament.sign * angle_deg - begins
    if beyond <= 0:
        return 0.0
    size = ligament.moment_nm * np.expm1(min(beyond / ligament.width_deg, LAST_EXPONENT))
    return -ligament.sign * min(float(size), STRONGEST_NM)


@cache
def crossings(names: tuple[str, ...]) -> tuple[tuple[Ligament, int, int], ...]:
    """Each ligament on each side: its coordinate's place, and the second's or -1."""
    found = []
    for ligament in ligaments():
        for side in SIDES:
            if ligament.coordinate + side in names:
                second = -1 if ligament.second is None else names.index(ligament.second + side)
                found.append((ligament, names.index(ligament.coordinate + side), second))
    return tuple(found)


@cache
def ligaments() -> tuple[Ligament, ...]:
    text = (PACKAGED_CONTENT / "physiology" / "ligaments.toml").read_text("utf-8")
    return tuple(ligament_of(table) for table in tomllib.loads(text)["ligament"])


def ligament_of(table: dict[str, Any]) -> Ligament:
    return Ligament(
        table["coordinate"],
        float(table["sign"]),
        table["begins_deg"],
        table["width_deg"],
        table["moment_nm"],
        table.get("second"),
        table.get("share", 0.0),
        table.get("follows_flexibility", False),
    )

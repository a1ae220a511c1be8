"""Passive force of a lengthened muscle, and how flexibility moves it.

    F_P = F0 cos a (e^(4 s) - 1) / (e^4 - 1),     s = (l~ - 1 - e0) / (e1 - e0), between 0 and 1.2
    with flexibility phi:  e1 -> e0 + (e1 - e0) phi,   e0 -> e0 + max(e0, 0) (phi - 1)
e0, e1: strains where it begins and where it reaches F0 (content/physiology/passive_curves.toml).
Trunk and arm muscles have no measured curve. Theirs begins halfway between standing and the longest path of daily life, not
before the optimal length, and at that longest path is a twentieth of F0: joints move freely there. A convention.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.library.packaged import PACKAGED_CONTENT
from karani.muscles.fiber import Fibers
from karani.muscles.parameters import Parameters

Vector = NDArray[np.float64]

STEEPNESS = 4.0
LAST_STRAIN = 1.2
"""Beyond this share of the strain the curve goes on evenly."""
AT_LONGEST = 0.05
NARROWEST = 0.05


@dataclass(frozen=True)
class PassiveCurves:
    """One row a computed path; strains beyond the optimal length [1]."""

    begins_at: Vector  # (computed,)
    full_at: Vector  # (computed,)
    calibrated: NDArray[np.bool_]  # (computed,)


def curves_of(names: list[str], standing: Fibers, longest: Fibers) -> PassiveCurves:
    tables = [curve_table(name) for name in names]
    calibrated = np.array([table is not None for table in tables])
    own = np.array([(0.0, 0.0) if t is None else (t["begins_at"], t["full_at"]) for t in tables])
    halfway = np.maximum((standing.ratios + longest.ratios) / 2 - 1, 0.0)
    strain = np.log1p(AT_LONGEST * np.expm1(STEEPNESS)) / STEEPNESS
    reached = np.maximum(longest.ratios - 1, halfway + NARROWEST)
    begins = np.where(calibrated, own[:, 0], halfway)
    full = np.where(calibrated, own[:, 1], halfway + (reached - halfway) / strain)
    return PassiveCurves(begins, full, calibrated)


def passive_forces(
    parameters: Parameters, curves: PassiveCurves, fibers: Fibers, flexibility: float
) -> Vector:
    """Along the path [N], (computed,)."""
    begins = curves.begins_at + np.maximum(curves.begins_at, 0.0) * (flexibility - 1)
    width = np.maximum((curves.full_at - curves.begins_at) * flexibility, NARROWEST)
    strain = np.clip((fibers.ratios - 1 - begins) / width, 0.0, LAST_STRAIN)
    forces: Vector = (
        parameters.largest_force * fibers.cosines * np.expm1(STEEPNESS * strain) / np.expm1(STEEPNESS)
    )
    return forces


def curve_table(name: str) -> dict[str, Any] | None:
    return next((t for t in curve_tables().values() if name.startswith(tuple(t["paths"]))), None)


@cache
def curve_tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "passive_curves.toml").read_text("utf-8"))

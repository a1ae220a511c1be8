"""Force and fiber parameters of every computed muscle path, for one body.

    l0, lT of a person = those of the source * (person's path standing straight / the source's)     [m]
    F0 of a person     = that of the source * (mass / 75 kg)^(2/3)                                     [N]
Sources stand in content/physiology/muscles_*.toml.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.library.packaged import PACKAGED_CONTENT

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]

FILES = ("muscles_legs", "muscles_trunk", "muscles_arms")
REFERENCE_MASS_KG = 75.0
"""Of the man whom the forces describe."""
AREA_POWER = 2 / 3
"""A cross section goes with mass to this power between bodies of one shape."""


@dataclass(frozen=True)
class Parameters:
    """One row a computed path; `rows` are their places among the body's muscles."""

    rows: Numbers  # (computed,)
    largest_force: Vector  # (computed,) [N]
    optimal_length: Vector  # (computed,) [m]
    tendon_length: Vector  # (computed,) [m]
    thickness: Vector  # (computed,) [m] constant, l0 sin(pennation)
    longest: Vector  # (computed,) [m] path in daily life; 0 where the passive curve is measured


def parameters_of(body: Body, standing_lengths: Vector) -> Parameters:
    """`standing_lengths` (muscles,): this body's paths standing straight [m]."""
    tables = [muscle_tables().get(base_name(name)) for name in body.muscles]
    rows = np.array([row for row, table in enumerate(tables) if table is not None])
    known = [table for table in tables if table is not None]
    force, length, tendon, pennation, path = (
        np.array([table[key] for table in known])
        for key in (
            "max_isometric_force_n",
            "optimal_fiber_length_m",
            "tendon_slack_length_m",
            "pennation_rad",
            "path_length_m",
        )
    )
    size = standing_lengths[rows] / path
    return Parameters(
        rows,
        force * (body.person.mass_kg / REFERENCE_MASS_KG) ** AREA_POWER,
        length * size,
        tendon * size,
        length * size * np.sin(pennation),
        np.array([table.get("longest_path_m", 0.0) for table in known]) * size,
    )


def base_name(muscle: str) -> str:
    """Without the side; paths of the right arm carry none."""
    return muscle.removesuffix("_r").removesuffix("_l")


@cache
def muscle_tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for file in FILES:
        tables |= tomllib.loads((PACKAGED_CONTENT / "physiology" / f"{file}.toml").read_text("utf-8"))
    return tables

"""Fitting the free numbers to published measurements: `python -m karani.circulation.fit [--write] [--rounds N]`.

Least squares of (ours - published)/tolerance over the rows of circulation_fit.toml, together with one residual for each free number:
how many standard deviations of its logarithm it has moved from the published value. Rows of circulation_check.toml are
printed, never fitted.
"""

import argparse
import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from karani.circulation.agreement.authority import Authority, read_authorities
from karani.circulation.agreement.document import table_of
from karani.circulation.agreement.score import agree
from karani.circulation.kernel.groups import Array
from karani.circulation.persons import Person, blood_volume_ml
from karani.circulation.physiology import (
    FITTED,
    FOLDER,
    GROUPS,
    Quantity,
    physiology_of,
    read_fitted,
    read_quantities,
)
from karani.circulation.subject import Subject, settled, sized
from karani.library import read_library
from karani.library.packaged import PACKAGED_CONTENT

ROWS = Path("tests/authorities")
STEP = 0.4  # of a standard deviation, for slopes: large against what single beats do to a window's mean
FIRST_DAMPING, EASIER, HARDER, LEAST_STEP = 0.5, 0.4, 4.0, 1e-9
MOST_SDS = 3.0
MOST_FAILED = (
    4  # steps in a row that led nowhere, before the slopes are found anew; with fresh ones, it is over
)
LANES = 2
HEADER = """\
# Values of the free numbers after the fit (python -m karani.circulation.fit --write); the published ones, and how far each
# may move, stand in their own files.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the circulation to published measurements.")
    parser.add_argument("--write", action="store_true", help="put the values into content/physiology")
    parser.add_argument("--rounds", type=int, default=12)
    arguments = parser.parse_args()
    library = read_library()
    rows, checks = (read_authorities(ROWS / f"circulation_{name}.toml", library) for name in ("fit", "check"))
    free = free_numbers()
    values = fit(rows, free, arguments.rounds)
    if arguments.write:
        write_fitted(values)
    subject = subject_with(values)
    print(table_of(agree(rows, subject)))  # noqa: T201 - a tool for the terminal
    print(table_of(agree(checks, subject)))  # noqa: T201 - the same


def free_numbers() -> dict[str, Quantity]:
    """By "group.name", every number whose spread says that it may move."""
    return {
        f"{group}.{name}": quantity
        for group in GROUPS
        for name, quantity in read_quantities(PACKAGED_CONTENT, group).items()
        if quantity.log_sd is not None
    }


def fit(rows: Sequence[Authority], free: Mapping[str, Quantity], rounds: int) -> dict[str, float]:
    """Gauss-Newton steps, damped; slopes by differences, kept up by Broyden's rule, and found anew where that leads nowhere."""
    fitted = read_fitted(PACKAGED_CONTENT)
    moved = np.array([sds_moved(one, fitted.get(name, one.value)) for name, one in free.items()])
    here = residuals(moved, rows, free)
    slope, fresh = slopes(moved, here, rows, free), True
    damping, failed = FIRST_DAMPING, 0
    for turn in range(rounds):
        if failed >= MOST_FAILED:
            if fresh:
                break
            slope, fresh, damping, failed = slopes(moved, here, rows, free), True, FIRST_DAMPING, 0
        trial = np.clip(moved + damped_step(slope, here, damping), -MOST_SDS, MOST_SDS)
        there = residuals(trial, rows, free)
        slope += np.outer(there - here - slope @ (trial - moved), trial - moved) / max(
            float((trial - moved) @ (trial - moved)), LEAST_STEP
        )
        better = there @ there < here @ here
        print(turn, round(float(there @ there), 3), "better" if better else "worse", flush=True)  # noqa: T201 - progress
        fresh, failed = (False, 0) if better else (fresh, failed + 1)
        moved, here = (trial, there) if better else (moved, here)
        damping *= EASIER if better else HARDER
    return values_at(moved, free)


def damped_step(slope: Array, here: Array, damping: float) -> Array:
    """Levenberg's step."""
    square = slope.T @ slope + damping * np.eye(slope.shape[1])
    return np.asarray(np.linalg.solve(square, -slope.T @ here))


def sds_moved(quantity: Quantity, value: float) -> float:
    assert quantity.log_sd is not None
    return math.log(value / quantity.value) / quantity.log_sd


def values_at(moved: Array, free: Mapping[str, Quantity]) -> dict[str, float]:
    return {
        name: float(quantity.value * math.exp(sds * (quantity.log_sd or 0.0)))
        for (name, quantity), sds in zip(free.items(), moved, strict=True)
    }


def residuals(
    moved: Array, rows: Sequence[Authority], free: Mapping[str, Quantity], lanes: int = LANES
) -> Array:
    agreements = agree(rows, subject_with(values_at(moved, free)), lanes)
    return np.array([*(agreement.z for agreement in agreements), *moved])


def slopes(moved: Array, here: Array, rows: Sequence[Authority], free: Mapping[str, Quantity]) -> Array:
    """One-sided differences, the free numbers side by side."""
    places = moved + STEP * np.eye(len(moved))
    with ThreadPoolExecutor(LANES) as pool:
        found = list(pool.map(partial(residuals, rows=rows, free=free, lanes=1), places))
    return np.array([(column - here) / STEP for column in found]).T


def subject_with(values: Mapping[str, float]) -> Subject:
    """The reference person with these numbers in place of the published ones."""
    groups: dict[str, Any] = {
        group: kind(**{
            name: values.get(f"{group}.{name}", quantity.value)
            for name, quantity in read_quantities(PACKAGED_CONTENT, group).items()
        })
        for group, kind in GROUPS.items()
    }  # fmt: skip
    physiology = physiology_of(PACKAGED_CONTENT, groups)
    person = Person()
    return settled(sized(person, physiology), blood_volume_ml(person, physiology.persons))


def write_fitted(values: Mapping[str, float]) -> None:
    lines = [HEADER.rstrip()]
    for group in GROUPS:
        own = {
            name.partition(".")[2]: value for name, value in values.items() if name.startswith(f"{group}.")
        }
        if own:
            lines += ["", f"[{group}]", *(f"{name} = {value:.4g}" for name, value in own.items())]
    (PACKAGED_CONTENT / FOLDER / FITTED).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Which muscle paths make up a group on one side, and which groups no path stands for."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from karani.library.packaged import PACKAGED_CONTENT

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]
Key = tuple[str, str]
"""Group and side."""


@dataclass(frozen=True)
class Grouping:
    """Computed paths sorted by group; every group on each side by its name, and whether it is computed."""

    order: Numbers  # (computed,)
    starts: Numbers  # (computed groups,)
    weights: Vector  # (computed,) in `order`: share of the group's largest force
    keys: tuple[Key, ...]
    computed: frozenset[Key]

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """`values` (computed, ...) summed within groups, (computed groups, ...)."""
        sums: NDArray[np.float64] = np.add.reduceat(values[self.order], self.starts)
        return sums

    def means(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same as means weighted by largest force."""
        means: NDArray[np.float64] = np.add.reduceat(values[self.order] * self.weights[:, None], self.starts)
        return means


def grouping_of(every: Sequence[Key], rows: Numbers, largest_force: Vector) -> Grouping:
    """`every` path's group and side; `rows` (computed,) of them are computed, with `largest_force` [N]."""
    own = [every[row] for row in rows]
    order = np.array(sorted(range(len(own)), key=lambda number: own[number]))
    numbers = {key: number for number, key in enumerate(sorted(set(own)))}
    groups = np.array([numbers[own[number]] for number in order])
    forces = largest_force[order]
    missing = [(name, side) for name in not_computed() for side in ("left", "right")]
    return Grouping(
        order,
        np.flatnonzero(np.diff(groups, prepend=-1)),
        forces / np.bincount(groups, forces)[groups],
        (*sorted(set(every)), *missing),
        frozenset(own),
    )


@cache
def not_computed() -> tuple[str, ...]:
    text = (PACKAGED_CONTENT / "physiology" / "muscles_not_computed.toml").read_text("utf-8")
    names: list[str] = tomllib.loads(text)["groups"]
    return tuple(names)

"""Muscle paths gathered into groups, side by side; and those that the model does not compute."""

import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from math import isnan

import numpy as np

from karani.library.packaged import PACKAGED_CONTENT
from karani.muscles.muscles import GroupState, MuscleState
from karani.muscles.states import state_of, state_of_stretch


def groups_of(muscles: Sequence[MuscleState]) -> tuple[GroupState, ...]:
    """Groups on each side, then the ones that no path of the model stands for."""
    key = lambda muscle: (muscle.group, muscle.side)  # noqa: E731 - used twice
    found = [
        group_of(name, side, list(members))
        for (name, side), members in groupby(sorted(muscles, key=key), key=key)
    ]
    missing = [
        GroupState(name, side, "not-computed") for name in not_computed() for side in ("left", "right")
    ]
    return (*found, *missing)


def group_of(name: str, side: str, members: list[MuscleState]) -> GroupState:
    computed = [muscle for muscle in members if muscle.largest_force_n is not None]
    if not computed:
        return GroupState(name, side, "not-computed")
    values = np.array(
        [
            [
                m.largest_force_n,
                m.stretch_n,
                m.stretch_share,
                m.activation,
                m.force_n,
                m.length_ratio,
                m.standing_length_ratio,
            ]
            for m in computed
        ],
        dtype=np.float64,
    )
    weights = values[:, 0] / values[:, 0].sum()
    share, activation, ratio, standing = (float(weights @ values[:, column]) for column in (2, 3, 5, 6))
    known = not isnan(activation)
    return GroupState(
        name,
        side,
        state_of(activation, share, ratio - standing) if known else state_of_stretch(share, ratio - standing),
        stretch_n=float(values[:, 1].sum()),
        stretch_share=share,
        activation=activation if known else None,
        force_n=float(values[:, 4].sum()) if known else None,
        length_ratio=ratio,
    )


@cache
def not_computed() -> tuple[str, ...]:
    text = (PACKAGED_CONTENT / "physiology" / "muscles_not_computed.toml").read_text("utf-8")
    names: list[str] = tomllib.loads(text)["groups"]
    return tuple(names)

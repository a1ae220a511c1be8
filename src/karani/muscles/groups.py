"""Muscle paths gathered into groups, side by side; and those that the model does not compute."""

from karani.muscles.columns import Columns
from karani.muscles.grouping import Grouping
from karani.muscles.muscles import GroupState
from karani.muscles.states import states_of


def groups_of(grouping: Grouping, columns: Columns, *, held: bool) -> tuple[GroupState, ...]:
    """Groups on each side, then the ones that no path of the model stands for."""
    computed = iter(computed_groups(grouping, columns, held=held))
    return tuple(
        next(computed) if key in grouping.computed else GroupState(*key, "not-computed")
        for key in grouping.keys
    )


def computed_groups(grouping: Grouping, columns: Columns, *, held: bool) -> list[GroupState]:
    """Forces summed; shares, activation and length ratios weighted by largest force."""
    passive, force = grouping.sums(columns.forces()).T
    share, activation, ratio, lengthened = grouping.means(columns.shares()).T
    states = states_of(activation, share, lengthened, held=held)
    known = [key for key in grouping.keys if key in grouping.computed]
    values = zip(*(v.tolist() for v in (passive, share, activation, force, ratio)), strict=True)
    return [
        GroupState(*key, state, stretch, part, active if held else None, total if held else None, length)
        for key, state, (stretch, part, active, total, length) in zip(known, states, values, strict=True)
    ]

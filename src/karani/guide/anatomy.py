"""What gravity asks of the body in a pose, as words and shades: the muscles' model joined with names.

The muscles know no colors and the figure knows no model; here each group's state becomes a `Shade` to paint and an
`AnatomyRow` to read. What a teacher's cue adds is content (`GuideMuscles`) and never mixed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from karani.figure import Shade, State
from karani.figure.plate.shade import STATE_WORDS, STRONG
from karani.library.vocabulary import MuscleGroup
from karani.muscles import GroupState, Muscles, stretch_shade

FULL_WORK = 0.6
"""The activation that is painted darkest; shades go with the root, as for stretch."""
TYPICAL_ERROR = "typical error a third"
ALIKE = 0.02
"""Both sides are told as one when their shares differ by less."""
BOTH = "both"
SIDE_WORDS = {"both": "both sides", "left": "left", "right": "right"}


@dataclass(frozen=True, slots=True)
class AnatomyRow:
    """One group on one side or both; numbers are None where nothing was computed."""

    group: str
    side: str
    side_words: str
    name: str
    latin: str
    does: str
    crosses: str
    state: str
    state_words: str
    step: int
    shade: float
    force_n: float | None
    share_percent: float | None
    length_ratio: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """`busy`: what is stretched, works or is long; the others by name only."""

    busy: tuple[AnatomyRow, ...]
    resting: tuple[str, ...]
    not_computed: tuple[str, ...]
    effort: float
    summary: str


def describe_anatomy(muscles: Muscles, names: Mapping[str, MuscleGroup]) -> Anatomy:
    rows = sorted(rows_of(muscles, names), key=lambda row: (-row.shade, row.name))
    busy = tuple(row for row in rows if row.state in STRONG or row.state == State.SLACK)
    return Anatomy(
        busy=tuple(sorted(busy, key=lambda row: row.state == State.SLACK)),
        resting=names_in(rows, State.REST),
        not_computed=names_in(rows, State.NOT_COMPUTED),
        effort=muscles.effort,
        summary=summary_of(busy),
    )


def shades_of(muscles: Muscles, names: Mapping[str, MuscleGroup]) -> dict[tuple[str, str], Shade]:
    """By group and side, for the plate."""
    return {
        (group.name, group.side): Shade(
            State(group.state), strength(group), short(name_of(group, names)), sentence_of(group, names)
        )
        for group in muscles.groups
    }


def strength(group: GroupState) -> float:
    """How dark a group is painted, 0 to 1."""
    worked = work_shade(group.activation)
    stretched = float(stretch_shade(group.stretch_share))
    state = State(group.state)
    if state == State.WORKING_LONG:
        return max(worked, stretched)
    return {State.STRETCHED: stretched, State.WORKING: worked}.get(state, 0.0)


def work_shade(activation: float | None) -> float:
    """As `stretch_shade`, for work: 0 to 1 with the root of the activation."""
    shade: float = min(1.0, ((activation or 0.0) / FULL_WORK) ** 0.5)
    return shade


def rows_of(muscles: Muscles, names: Mapping[str, MuscleGroup]) -> Iterable[AnatomyRow]:
    ordered = sorted(muscles.groups, key=lambda group: (group.name, group.side))
    for _, found in groupby(ordered, key=lambda group: group.name):
        sides = list(found)
        if len(sides) > 1 and alike(*sides):
            yield row_of(sides[0], BOTH, names)
        else:
            yield from (row_of(side, side.side, names) for side in sides)


def alike(left: GroupState, right: GroupState) -> bool:
    if left.state != right.state or abs(strength(left) - strength(right)) > 2 * ALIKE:
        return False
    return abs(share_of(left) - share_of(right)) < ALIKE


def share_of(group: GroupState) -> float:
    """Of the muscle's largest force: what it gives when it works, what pulls on it when it is stretched."""
    works = State(group.state) in {State.WORKING, State.WORKING_LONG}
    return (group.activation if works else group.stretch_share) or 0.0


def row_of(group: GroupState, side: str, names: Mapping[str, MuscleGroup]) -> AnatomyRow:
    shade = Shade(State(group.state), strength(group))
    known = names.get(group.name)
    return AnatomyRow(
        group=group.name,
        side=side,
        side_words=SIDE_WORDS[side],
        name=name_of(group, names),
        latin=known.latin if known else "",
        does=known.does if known else "",
        crosses=known.crosses if known else "",
        state=group.state,
        state_words=STATE_WORDS[shade.state],
        step=shade.step,
        shade=shade.share,
        force_n=group.force_n,
        share_percent=None if group.force_n is None else 100 * share_of(group),
        length_ratio=group.length_ratio,
        sentence=sentence_of(group, names),
    )


def name_of(group: GroupState, names: Mapping[str, MuscleGroup]) -> str:
    known = names.get(group.name)
    return known.name if known else group.name.replace("-", " ")


def short(name: str) -> str:
    """For a label: without what stands in brackets."""
    return name.partition(" (")[0]


def sentence_of(group: GroupState, names: Mapping[str, MuscleGroup]) -> str:
    """Hamstrings (Mm. ...): stretched, 85 N, 6 % of its strength, typical error a third; crosses hip and knee."""
    known, name = names.get(group.name), name_of(group, names)
    latin = f" ({known.latin})" if known else ""
    crosses = f"; crosses {known.crosses}" if known else ""
    state = STATE_WORDS[State(group.state)]
    return f"{name[:1].upper()}{name[1:]}{latin}: {state}{numbers_of(group)}{crosses}."


def numbers_of(group: GroupState) -> str:
    if group.force_n is None:
        return ""
    if State(group.state) == State.STRETCHED and group.stretch_n is not None:
        return f", pulled with {group.stretch_n:.0f} N, {percent(share_of(group))} of its strength, {TYPICAL_ERROR}"
    if State(group.state) in {State.WORKING, State.WORKING_LONG}:
        return f", {group.force_n:.0f} N, {percent(share_of(group))} of its strength, {TYPICAL_ERROR}"
    return ""


def percent(share: float) -> str:
    return "under 1 %" if share < 0.01 else f"{100 * share:.0f} %"  # noqa: PLR2004 - one percent


def names_in(rows: Iterable[AnatomyRow], state: State) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(row.name for row in rows if row.state == state)))


def summary_of(busy: Iterable[AnatomyRow]) -> str:
    """The picture in a sentence for each state; what is told first is strongest."""
    parts = []
    for state in (*STRONG, State.SLACK):
        named = [said(row) for row in busy if row.state == state]
        if named:
            words = STATE_WORDS[state]
            parts.append(f"{words[:1].upper()}{words[1:]}: {', '.join(named)}.")
    return " ".join(parts) or "Gravity asks nearly nothing of any muscle that was computed."


def said(row: AnatomyRow) -> str:
    return row.name if row.side == BOTH else f"{row.name} ({row.side_words})"

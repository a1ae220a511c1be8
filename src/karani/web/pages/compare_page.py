"""Two poses side by side: the same facts of both, how like they are, and what each asks of the same body."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from karani.guide import Guide
from karani.guide.comparison import Comparison, compare_guides
from karani.practice.at_rest import held_at_rest
from karani.web.demands import Demands
from karani.web.pages.blood_page import RANGES, Computed, Score, read_compared, read_scores
from karani.web.pages.blood_words import Range
from karani.web.pages.common import Choice
from karani.web.shelf import GuideShelf

MOST_MUSCLES = 12
LEAST_STEP = 1
LOADS = (
    ("low_back_nm", "Low back", "Nm"),
    ("hips_nm", "Hips", "Nm"),
    ("knees_nm", "Knees", "Nm"),
    ("neck_nm", "Neck", "Nm"),
    ("wrists_nm", "Wrists", "Nm"),
    ("hamstrings_n", "Hamstrings", "N"),
)
REST = "at rest"
OWN_ID = re.compile(r'(?<=id=")plate-|(?<=labelledby=")plate-|(?<=#)plate-|(?<= )plate-(?=d")')
"""The ids inside a plate, wherever they are named."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is computed of one pose for this person, as far as it is there."""

    anatomy: Computed
    loads: Computed
    blood: Computed

    @property
    def waits(self) -> bool:
        return any(one.found is None and not one.failure for one in (self.anatomy, self.loads, self.blood))


@dataclass(frozen=True, slots=True)
class Side:
    """`plate` is empty until it is computed."""

    guide: Guide
    at_rest: bool
    plate: Markup
    failure: str


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    here: str
    there: str

    @property
    def same(self) -> bool:
        return self.here == self.there


@dataclass(frozen=True, slots=True)
class ComparePage:
    url: str
    """Opened, it has computed what is missing."""
    here: Side
    there: Side
    comparison: Comparison
    muscles: tuple[Row, ...]
    loads: tuple[Row, ...]
    blood: tuple[Row, ...]
    waits: bool
    choices_here: tuple[Choice, ...]
    choices_there: tuple[Choice, ...]
    scores: Mapping[str, Score]


def choose_pair(asked: list[str], shelf: GuideShelf, demands: Demands) -> tuple[str, str]:
    """Those asked for; beside a single one stands what is most like it, and without any two of content."""
    if len(asked) > 1:
        return asked[0], asked[1]
    usual = read_compared(shelf.library)
    if not asked:
        return usual[0], usual[1]
    similar = [like.ref.slug for like in demands.list_similar(shelf.library.pose(asked[0]), shelf.library)]
    return asked[0], next(slug for slug in (*similar, *usual) if slug != asked[0])


def compose_compare(
    here: str, there: str, found: Mapping[str, Found], shelf: GuideShelf, demands: Demands
) -> ComparePage:
    """UnknownSlug for a pose that is not there."""
    one, other = shelf.guide(here), shelf.guide(there)
    mine, theirs = found[here], found[there]
    return ComparePage(
        url=f"/compare?{urlencode({'a': here, 'b': there, 'compute': 'yes'})}",
        here=side_of(one, mine, "here-", shelf),
        there=side_of(other, theirs, "there-", shelf),
        comparison=compare_guides(one, other, shelf.library, demands.known(shelf.library)),
        muscles=muscle_rows(read(mine.anatomy), read(theirs.anatomy)),
        loads=load_rows(read(mine.loads), read(theirs.loads)),
        blood=blood_rows(read(mine.blood), read(theirs.blood)),
        waits=mine.waits or theirs.waits,
        choices_here=choices(here, shelf),
        choices_there=choices(there, shelf),
        scores=read_scores(),
    )


def choices(chosen: str, shelf: GuideShelf) -> tuple[Choice, ...]:
    poses = sorted(shelf.library.poses.values(), key=lambda pose: pose.name)
    return tuple(Choice(pose.slug, pose.name, pose.slug == chosen) for pose in poses)


def side_of(guide: Guide, found: Found, prefix: str, shelf: GuideShelf) -> Side:
    anatomy = read(found.anatomy)
    svg = OWN_ID.sub(prefix, anatomy["svg"]) if anatomy else ""
    return Side(
        guide,
        held_at_rest(shelf.library.pose(guide.slug)),
        Markup(svg),  # noqa: S704 - drawn by us
        found.anatomy.failure or found.loads.failure or found.blood.failure,
    )


def read(computed: Computed) -> Any:
    return None if computed.found is None else json.loads(computed.found)


def muscle_rows(here: Any, there: Any) -> tuple[Row, ...]:
    """What is stretched or works in one of the two, the strongest first."""
    if here is None or there is None:
        return ()
    mine, theirs = muscles_of(here), muscles_of(there)
    order = sorted(
        {*mine, *theirs},
        key=lambda name: (
            -max(shade for side in (mine, theirs) for shade, _ in side.get(name, ((0.0, ""),))),
            name,
        ),
    )
    return tuple(
        Row(name[:1].upper() + name[1:], say_sides(mine.get(name)), say_sides(theirs.get(name)))
        for name in order[:MOST_MUSCLES]
    )


def muscles_of(anatomy: Any) -> dict[str, tuple[tuple[float, str], ...]]:
    """By name: how dark each told side is, and its words."""
    found: dict[str, tuple[tuple[float, str], ...]] = {}
    for row in anatomy["anatomy"]["busy"]:
        if row["step"] >= LEAST_STEP:
            found[row["name"]] = (*found.get(row["name"], ()), (row["shade"], say_row(row)))
    return found


def say_row(row: Mapping[str, Any]) -> str:
    side = "" if row["side"] == "both" else f"{row['side']}: "
    force = "" if row["force_n"] is None else f", {row['force_n']:.0f} N"
    return f"{side}{row['state_words']}{force}"


def say_sides(told: tuple[tuple[float, str], ...] | None) -> str:
    return "; ".join(words for _, words in told) if told else REST


def load_rows(here: Any, there: Any) -> tuple[Row, ...]:
    if here is None or there is None:
        return ()
    return tuple(
        Row(name, f"{here[key]:.0f} {unit}", f"{there[key]:.0f} {unit}") for key, name, unit in LOADS
    )


def blood_rows(here: Any, there: Any) -> tuple[Row, ...]:
    if here is None or there is None:
        return ()
    mine, theirs = (
        {name: Range(*values) for name, values in one["numbers"].items()} for one in (here, there)
    )
    return tuple(
        Row(name, f"{mine[key].text(digits)} {unit}", f"{theirs[key].text(digits)} {unit}")
        for key, name, unit, digits in RANGES
        if key in mine and key in theirs
    )

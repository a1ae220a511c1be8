"""Where the labels of a plate stand: beside the body, near what they name, with lines that cross little and nothing twice.

Every free place of a coarse grid is tried for each label, the strongest first, and for every patch of its group that
may bear the dot; its cost is the length of the line and what of it runs over the body. A place whose line crosses
another line, other words or its own is none. Then each label looks once more, given the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from karani.figure.mesh import Bools, Floats, Ints
from karani.figure.plate.lettering import Lettering
from karani.figure.plate.plate import Patch, Plate
from karani.figure.plate.segments import any_box, crosses, touch, touches
from karani.figure.plate.shade import STATE_WORDS, STRONG, Shade, Shades, shade_of
from karani.figure.plate.sheet_space import AROUND_PX, SheetSpace, space_of

__all__ = ["AROUND_PX", "LEAST_AREA_PX", "Label", "cells", "crossings", "place_labels"]

LEAST_AREA_PX = 260.0
BESIDE_FIRST = 0.42
"""Where beside the first line a line from the side ends, in line heights."""
GAP_PX = 14.0
OVER_BODY = 5.0
"""What a line costs over the body, in lengths beside it."""
FARTHEST = 760.0
"""A place that costs more is none: the label is left out, the list has it."""
WEAKER = 60.0
"""What it costs to point at a patch a step weaker than the group's strongest."""
PATCHES = 3
"""Of a group so many, the best to point at, may bear the dot."""
PLACES = 240
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Label:
    """`anchor` lies on the muscle, `end` at the words; `align` is start, middle or end.

    `below`: the line ends at the lower edge, so the words stand on it.
    """

    name: str
    state: str
    group: str
    side: str
    anchor: tuple[float, float]
    end: tuple[float, float]
    box: tuple[float, float, float, float]  # left, top, right, bottom
    align: str
    below: bool


@dataclass(frozen=True, slots=True)
class Pointed:
    """A patch that may bear the dot."""

    patch: Patch
    shade: Shade
    cost: float


@dataclass(frozen=True, slots=True)
class Wanted:
    pointed: tuple[Pointed, ...]
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Places:
    """Where one label could stand, the cheapest first."""

    pointed: Pointed
    boxes: Floats  # (places, 4)
    ends: Floats  # (places, 2)
    ways: Ints  # (places,)
    costs: Floats  # (places,)


def place_labels(plate: Plate, shades: Shades, lettering: Lettering) -> tuple[Label, ...]:
    wanted = strongest(plate.muscles, shades, lettering)
    space = space_of(cells(plate))
    places = [[places_of(pointed, want, space, lettering) for pointed in want.pointed] for want in wanted]
    labels: list[Label | None] = [None] * len(wanted)
    for _ in range(ROUNDS):
        for number, tried in enumerate(places):
            others = [label for place, label in enumerate(labels) if label and place != number]
            labels[number] = best(tried, others)
    return tuple(label for label in labels if label)


def strongest(patches: Sequence[Patch], shades: Shades, lettering: Lettering) -> list[Wanted]:
    """The groups that stretch or work most, and of each the patches seen best."""
    found: dict[str, list[tuple[float, Patch, Shade]]] = {}
    for patch in patches:
        shade = shade_of(shades, patch.group, patch.side)
        if shade.state in STRONG and (patch.deep or patch.area >= LEAST_AREA_PX):
            weight = shade.share * 1e6 + patch.area + patch.near_m
            found.setdefault(patch.group, []).append((weight, patch, shade))
    ranked = sorted(found.values(), key=lambda ones: -max(weight for weight, _, _ in ones))
    return [wanted_of(ones, lettering) for ones in ranked[: lettering.most]]


def wanted_of(ones: list[tuple[float, Patch, Shade]], lettering: Lettering) -> Wanted:
    """What is seen on the surface bears the dot rather than what lies deep."""
    first = max(ones, key=lambda one: one[0])[2]
    alike = [one for one in ones if one[2].state == first.state]
    shown = [one for one in alike if not one[1].deep] or alike
    shown.sort(key=lambda one: -one[0])
    pointed = tuple(
        Pointed(patch, shade, WEAKER * max(0, first.step - shade.step)) for _, patch, shade in shown[:PATCHES]
    )
    longest = max(len(name_of(pointed[0])), lettering.small * len(STATE_WORDS[first.state]))
    return Wanted(pointed, longest * lettering.letter_px, 2 * lettering.line_px)


def name_of(pointed: Pointed) -> str:
    return pointed.shade.name or pointed.patch.group.replace("-", " ")


def cells(plate: Plate) -> Bools:
    return np.array([[cell == "1" for cell in row] for row in plate.taken])


LEFT, RIGHT, TOP, BOTTOM = range(4)
"""The side of the words at which the line ends."""
ALIGN = ("start", "end", "middle", "middle")


def places_of(pointed: Pointed, want: Wanted, space: SheetSpace, lettering: Lettering) -> Places:
    anchor = np.array([pointed.patch.x, pointed.patch.y])
    corners = space.nearest_free(anchor, (want.width, want.height), GAP_PX)
    corners = np.repeat(corners, len(ALIGN), axis=0)
    ways = np.tile(np.arange(len(ALIGN)), len(corners) // len(ALIGN))
    boxes = np.column_stack([corners, corners + np.array([want.width, want.height])])
    away = faces(anchor, boxes)[np.arange(len(ways)), ways]
    boxes, ways = boxes[away], ways[away]
    ends = leader_ends(boxes, ways, lettering.line_px)
    lengths = np.hypot(*(ends - anchor).T)
    costs = pointed.cost + lengths * (1 + OVER_BODY * space.share_over(anchor, ends))
    order = np.argsort(costs, kind="stable")[:PLACES]
    order = order[costs[order] < FARTHEST]
    return Places(pointed, boxes[order], ends[order], ways[order], costs[order])


def faces(anchor: Floats, boxes: Floats) -> Bools:
    """Which sides of each box look toward the anchor, so that a line to them leaves the words alone, (boxes, 4)."""
    left, top, right, bottom = boxes.T
    x, y = anchor
    return np.column_stack([x <= left, x >= right, y <= top, y >= bottom])


def leader_ends(boxes: Floats, ways: Ints, line_px: float) -> Floats:
    left, top, right, bottom = boxes.T
    middle, beside = (left + right) / 2, top + line_px * BESIDE_FIRST
    return np.column_stack([
        np.choose(ways, [left, right, middle, middle]),
        np.choose(ways, [beside, beside, top, bottom]),
    ])  # fmt: skip


def best(tried: Sequence[Places], others: Sequence[Label]) -> Label | None:
    """The cheapest place of all patches at which the label and its line touch no other."""
    found = [(places, number) for places in tried if (number := first_clear(places, others)) is not None]
    if not found:
        return None
    places, number = min(found, key=lambda one: float(one[0].costs[one[1]]))
    return label_of(places, number)


def first_clear(places: Places, others: Sequence[Label]) -> int | None:
    anchor = np.array([places.pointed.patch.x, places.pointed.patch.y])
    clear = np.ones(len(places.costs), dtype=bool)
    for other in others:
        there, end, box = (np.array(value) for value in (other.anchor, other.end, other.box))
        if np.hypot(*(anchor - there)) < 1:
            return None
        clear &= ~crosses(anchor, places.ends, there, end)
        clear &= ~touch(places.boxes, box, GAP_PX)
        clear &= ~touches(anchor, places.ends, box)
        clear &= ~any_box(there, end, places.boxes)
    return int(clear.argmax()) if clear.any() else None


def label_of(places: Places, number: int) -> Label:
    left, top, right, bottom = (float(value) for value in places.boxes[number])
    way, (x, y), patch = int(places.ways[number]), places.ends[number], places.pointed.patch
    return Label(
        name=name_of(places.pointed),
        state=STATE_WORDS[places.pointed.shade.state],
        group=patch.group,
        side=patch.side,
        anchor=(patch.x, patch.y),
        end=(float(x), float(y)),
        box=(left, top, right, bottom),
        align=ALIGN[way],
        below=way == BOTTOM,
    )


def crossings(labels: Sequence[Label]) -> int:
    """How many pairs of lines cross."""
    return sum(
        bool(
            crosses(np.array(one.anchor), np.array([one.end]), np.array(other.anchor), np.array(other.end))[0]
        )
        for number, one in enumerate(labels)
        for other in labels[number + 1 :]
    )

"""Where the labels of a plate stand: beside the body, near what they name, with lines that cross little and nothing twice.

Every free place of a coarse grid is tried for each label, the strongest first; its cost is the length of the line, what
of it runs over the body, and a crossing of another line or label. Then each label looks once more, given the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from karani.figure.mesh import Bools, Floats, Ints
from karani.figure.plate.plate import Patch, Plate
from karani.figure.plate.shade import STATE_WORDS, STRONG, Shade, Shades, shade_of

CELL_PX = 8
MOST, FEWEST = 6, 3
LEAST_AREA_PX = 260.0
FONT_PX, LINE_PX = 32.0, 36.0
"""Room is kept for the size of letters on a phone; wider windows set them smaller."""
BESIDE_FIRST = 0.42
"""Where beside the first line a line from the side ends, in line heights; small letters and large ones share it."""
WIDE_LETTER = 0.6
AROUND_PX = np.array([96, 56])
"""Room beside and above the figure's sheet; the same for every plate of a figure, so that it does not jump."""
GAP_PX = 14.0
CROSSING, OVER_BODY = 9000.0, 5.0
"""A crossing is never worth it: a label that finds no place is left out, the list has it."""
STEPS = 24
COARSE = 2
NEAREST = 900
"""Places tried: every second cell, the nearest so many."""
ROUNDS = 3


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
class Wanted:
    patch: Patch
    shade: Shade
    width: float
    height: float


def place_labels(plate: Plate, shades: Shades) -> tuple[Label, ...]:
    wanted = strongest(plate.muscles, shades)
    taken = np.pad(cells(plate), [(around // CELL_PX,) * 2 for around in AROUND_PX[::-1].tolist()])
    space = Space(taken)
    labels: list[Label | None] = [None] * len(wanted)
    for _ in range(ROUNDS):
        for number, want in enumerate(wanted):
            others = [label for place, label in enumerate(labels) if label and place != number]
            labels[number] = space.best(want, others)
    return tuple(label for label in labels if label)


def strongest(patches: Sequence[Patch], shades: Shades) -> list[Wanted]:
    """Of each group that stretches or works the patch seen best; the strongest groups first."""
    found: dict[str, tuple[float, Wanted]] = {}
    for patch in patches:
        shade = shade_of(shades, patch.group, patch.side)
        if shade.state not in STRONG or not (patch.deep or patch.area >= LEAST_AREA_PX):
            continue
        weight = shade.share * 1e6 + patch.area + patch.near_m
        if patch.group not in found or found[patch.group][0] < weight:
            found[patch.group] = (weight, wanted_of(patch, shade))
    ranked = sorted(found.values(), key=lambda pair: -pair[0])
    return [want for _, want in ranked[:MOST]]


def wanted_of(patch: Patch, shade: Shade) -> Wanted:
    longest = max(len(shade.name or patch.group), 0.8 * len(STATE_WORDS[shade.state]))
    return Wanted(patch, shade, longest * WIDE_LETTER * FONT_PX, 2 * LINE_PX)


def cells(plate: Plate) -> Bools:
    return np.array([[cell == "1" for cell in row] for row in plate.taken])


class Space:
    """The sheet and what is free on it; coordinates are the plate's, cells start AROUND_PX before it."""

    def __init__(self, taken: Bools) -> None:
        self.taken = taken
        self.sums = np.pad(taken.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))

    def best(self, want: Wanted, others: Sequence[Label]) -> Label | None:
        corners = self.free(want)
        size = np.array([want.width, want.height])
        if not len(corners):
            return None
        middles = corners + size / 2
        apart = np.hypot(*(middles - [want.patch.x, want.patch.y]).T)
        corners = np.repeat(corners[np.argsort(apart, kind="stable")[:NEAREST]], len(ALIGN), axis=0)
        way = np.tile(np.arange(len(ALIGN)), len(corners) // len(ALIGN))
        boxes = np.column_stack([corners, corners + size])
        ends = leader_ends(boxes, way)
        costs = self.costs(want, ends, boxes, others)
        chosen = int(costs.argmin())
        if costs[chosen] >= CROSSING:
            return None
        return label_of(want, boxes[chosen], ends[chosen], int(way[chosen]))

    def free(self, want: Wanted) -> Floats:
        """Upper left corners (places, 2) where the words cover nothing."""
        high, wide = (-(-int(size + GAP_PX) // CELL_PX) for size in (want.height, want.width))
        covered = (
            self.sums[high:, wide:]
            - self.sums[:-high, wide:]
            - self.sums[high:, :-wide]
            + self.sums[:-high, :-wide]
        )
        tops, lefts = np.nonzero(covered[::COARSE, ::COARSE] == 0)
        return np.asarray(np.column_stack([lefts, tops]) * COARSE * CELL_PX - AROUND_PX + GAP_PX / 2)

    def costs(self, want: Wanted, ends: Floats, boxes: Floats, others: Sequence[Label]) -> Floats:
        anchor = np.array([want.patch.x, want.patch.y])
        length = np.hypot(*(ends - anchor).T)
        share = np.linspace(0, 1, STEPS)[:, None, None]
        points = anchor + share * (ends - anchor)
        over = self.at(points).mean(0) * length
        cost = length + OVER_BODY * over
        for other in others:
            cost += CROSSING * crosses(anchor, ends, np.array(other.anchor), np.array(other.end))
            cost += CROSSING * near_box(boxes, other.box)
            cost += CROSSING * line_in_box(points, other.box)
            cost += CROSSING * line_in_boxes(np.array(other.anchor), np.array(other.end), boxes)
            cost += CROSSING * (np.hypot(*(anchor - np.array(other.anchor))) < 1)
        return np.asarray(cost)

    def at(self, points: Floats) -> Bools:
        limits = np.array(self.taken.shape[::-1]) - 1
        column, row = np.moveaxis(np.clip((points + AROUND_PX) // CELL_PX, 0, limits).astype(int), -1, 0)
        return np.asarray(self.taken[row, column])


LEFT, RIGHT, TOP, BOTTOM = range(4)
"""The side of the words at which the line ends."""
ALIGN = ("start", "end", "middle", "middle")


def leader_ends(boxes: Floats, way: Ints) -> Floats:
    left, top, right, bottom = boxes.T
    x = np.choose(way, [left, right, (left + right) / 2, (left + right) / 2])
    y = np.choose(way, [top + LINE_PX * BESIDE_FIRST, top + LINE_PX * BESIDE_FIRST, top, bottom])
    return np.column_stack([x, y])


def label_of(want: Wanted, box: Floats, end: Floats, way: int) -> Label:
    left, top, right, bottom = (float(value) for value in box)
    return Label(
        name=want.shade.name or want.patch.group.replace("-", " "),
        state=STATE_WORDS[want.shade.state],
        group=want.patch.group,
        side=want.patch.side,
        anchor=(want.patch.x, want.patch.y),
        end=(float(end[0]), float(end[1])),
        box=(left, top, right, bottom),
        align=ALIGN[way],
        below=way == BOTTOM,
    )


def crosses(a: Floats, ends: Floats, c: Floats, d: Floats) -> Bools:
    """Whether the lines from `a` to each of `ends` cross the line from `c` to `d`."""
    one = turn(a, ends, c) * turn(a, ends, d)
    other = turn(c, d, a) * turn(c, d, ends)
    return np.asarray((one <= 0) & (other <= 0))


def turn(a: Floats, b: Floats, c: Floats) -> Floats:
    ab, ac = np.atleast_2d(b - a), np.atleast_2d(c - a)
    return np.asarray(ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])


def near_box(boxes: Floats, other: tuple[float, float, float, float]) -> Bools:
    left, top, right, bottom = other
    apart = (boxes[:, 0] > right + GAP_PX) | (boxes[:, 2] < left - GAP_PX)
    return np.asarray(~(apart | (boxes[:, 1] > bottom + GAP_PX) | (boxes[:, 3] < top - GAP_PX)))


def line_in_box(points: Floats, box: tuple[float, float, float, float]) -> Bools:
    left, top, right, bottom = box
    x, y = np.moveaxis(points, -1, 0)
    return np.asarray(((x > left) & (x < right) & (y > top) & (y < bottom)).any(0))


def line_in_boxes(a: Floats, b: Floats, boxes: Floats) -> Bools:
    points = a + np.linspace(0, 1, STEPS)[:, None] * (b - a)
    x, y = points[:, 0, None], points[:, 1, None]
    inside = (x > boxes[:, 0]) & (x < boxes[:, 2]) & (y > boxes[:, 1]) & (y < boxes[:, 3])
    return np.asarray(inside.any(0))


def crossings(labels: Sequence[Label]) -> int:
    """How many pairs of lines cross."""
    return sum(
        bool(
            crosses(np.array(one.anchor), np.array([one.end]), np.array(other.anchor), np.array(other.end))[0]
        )
        for number, one in enumerate(labels)
        for other in labels[number + 1 :]
    )

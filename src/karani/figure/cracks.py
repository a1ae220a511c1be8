"""Lines between pixels: where the depth jumps, the seam between two pixels is followed from corner to corner."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from karani.figure.mesh import Bools, Floats, Ints

Chain = Floats
"""(points, 2): x, y in pixels along one line."""
STRAIGHT_ON = 2
SHORTEST = 6
"""What has fewer corners is a speck."""


def follow(upright: Bools, level: Bools) -> list[Chain]:
    """`upright` (height, width - 1): seams between left and right pixels; `level` (height - 1, width): between upper and lower."""
    ends = seams(upright, level)
    near: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(ends.tolist()):
        near[start].append(number)
        near[end].append(number)
    width = level.shape[1] + 1
    return [places(walk, width) for walk in walks(ends, near) if len(walk) >= SHORTEST]


def seams(upright: Bools, level: Bools) -> Ints:
    """(seams, 2): numbers of the pixel corners at both ends; the corner at row r, column c is r (width + 1) + c."""
    width = level.shape[1] + 1
    row, column = np.nonzero(upright)
    first = row * width + column + 1
    across_row, across_column = np.nonzero(level)
    second = (across_row + 1) * width + across_column
    return np.concatenate([
        np.column_stack([first, first + width]),
        np.column_stack([second, second + 1]),
    ])  # fmt: skip


def walks(ends: Ints, near: dict[int, list[int]]) -> Iterator[list[int]]:
    """Each seam once; lines begin where one ends or several meet, rings anywhere."""
    pairs = ends.tolist()
    used = np.zeros(len(pairs), dtype=bool)
    joints = [corner for corner, met in near.items() if len(met) != STRAIGHT_ON]
    for corner in [*joints, *near]:
        for seam in near[corner]:
            if not used[seam]:
                yield walk(corner, seam, pairs, near, used)


def walk(
    corner: int, seam: int, pairs: list[list[int]], near: dict[int, list[int]], used: Bools
) -> list[int]:
    line = [corner]
    while True:
        used[seam] = True
        start, end = pairs[seam]
        corner = end if corner == start else start
        line.append(corner)
        following = [other for other in near[corner] if not used[other]]
        if len(near[corner]) != STRAIGHT_ON or not following:
            return line
        seam = following[0]


def places(walk: list[int], width: int) -> Chain:
    row, column = np.divmod(np.array(walk), width)
    return np.column_stack([column - 0.5, row - 0.5])

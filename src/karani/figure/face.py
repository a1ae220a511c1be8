"""Lids, brows, mouth and nose where the head shows them: closed eyes, no pupils, calm."""

import numpy as np

from karani.figure.ink import stroke
from karani.figure.mesh import Bools, Floats
from karani.figure.paths import Nodes
from karani.figure.sheet import Sheet

WIDTHS_PX = {"lid": 2.4, "brow": 2.6, "mouth": 2.0, "nose": 1.6}
BEHIND_M = {"lid": 0.022, "brow": 0.016, "mouth": 0.007, "nose": 0.007}
"""How far behind the surface a curve may lie and still be seen: it is laid a little under the skin."""
FEWEST = 4
TAPER = 0.3


def face_strokes(sheet: Sheet, curves: dict[str, Floats]) -> tuple[Nodes, ...]:
    """Outlines of the strokes along the face's curves (points, 3), by name."""
    strokes = []
    for name, curve in curves.items():
        kind = name.rstrip("0123456789")
        seen = sheet.view(curve)
        shown = longest_run(visible(sheet, seen, BEHIND_M[kind]))
        if len(shown) >= FEWEST:
            strokes.append(stroke(seen[shown, :2], WIDTHS_PX[kind], TAPER))
    return tuple(strokes)


def visible(sheet: Sheet, seen: Floats, behind_m: float) -> Bools:
    limits = np.array(sheet.body.shape[::-1]) - 1
    column, row = np.clip(np.rint(seen[:, :2]).astype(int), 0, limits).T
    return np.asarray(sheet.body[row, column] & (sheet.depth[row, column] - seen[:, 2] < behind_m))


def longest_run(flags: Bools) -> list[int]:
    index = np.flatnonzero(flags)
    if not len(index):
        return []
    runs = np.split(index, np.flatnonzero(np.diff(index) > 1) + 1)
    return [int(number) for number in max(runs, key=len)]

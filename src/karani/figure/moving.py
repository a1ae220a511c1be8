"""Shapes that breathe: every node is carried along with the skin under it."""

from collections.abc import Iterable

import numpy as np

from karani.figure.mesh import Floats
from karani.figure.path_data import path_data
from karani.figure.paths import Nodes
from karani.figure.shape import Shape
from karani.figure.sheet import Image

LEAST_PX = 0.25
"""What moves less stays."""


class Moving:
    """Makes shapes of curves on a part of the sheet whose corner lies at `corner` (2,) of the whole."""

    def __init__(self, shift: Image, corner: Floats) -> None:
        self.shift = shift  # (height, width, 2) [px]
        self.corner = corner

    def shape(self, color: str, curves: Iterable[Nodes], kind: str = "") -> Shape:
        curves = tuple(curves)
        shifts = [self.at(nodes) for nodes in curves]
        still = [nodes + self.corner for nodes in curves]
        moves = any(np.abs(shift).max() > LEAST_PX for shift in shifts)
        moved = [nodes + shift for nodes, shift in zip(still, shifts, strict=True)] if moves else None
        return Shape(color, path_data(still), path_data(moved) if moved else None, kind)

    def at(self, nodes: Nodes) -> Nodes:
        limits = np.array(self.shift.shape[1::-1]) - 1
        column, row = np.clip(np.rint(nodes).astype(int), 0, limits).T
        return np.asarray(self.shift[row, column], dtype=np.float64)

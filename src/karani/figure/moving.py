"""Shapes that breathe: every node is carried along with the skin under it."""

from collections.abc import Iterable

import numpy as np

from karani.figure.path_data import path_data
from karani.figure.paths import Nodes
from karani.figure.shape import Shape
from karani.figure.sheet import Image

LEAST_PX = 0.25
"""What moves less stays."""


class Moving:
    def __init__(self, shift: Image) -> None:
        self.shift = shift  # (height, width, 2) [px]

    def shape(self, color: str, curves: Iterable[Nodes], kind: str = "") -> Shape:
        curves = tuple(curves)
        moved = [nodes + self.at(nodes) for nodes in curves]
        farthest = max(
            (np.abs(after - nodes).max() for nodes, after in zip(curves, moved, strict=True)), default=0
        )
        breathed_in = path_data(moved) if farthest > LEAST_PX else None
        return Shape(color, path_data(curves), breathed_in, kind)

    def at(self, nodes: Nodes) -> Nodes:
        limits = np.array(self.shift.shape[1::-1]) - 1
        column, row = np.clip(np.rint(nodes).astype(int), 0, limits).T
        return np.asarray(self.shift[row, column], dtype=np.float64)

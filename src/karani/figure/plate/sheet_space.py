"""What of a plate's sheet is free for words, in cells; coordinates are the plate's, cells start AROUND_PX before it."""

from dataclasses import dataclass

import numpy as np

from karani.figure.mesh import Bools, Floats, Ints

CELL_PX = 8
AROUND_PX = np.array([96, 56])
"""Room beside and above the figure's sheet; the same for every plate of a figure, so that it does not jump."""
EVERY = 2
"""Places tried: every second cell, the nearest so many."""
NEAREST = 700
SAMPLES = 14


@dataclass(frozen=True, eq=False)
class SheetSpace:
    taken: Bools  # (rows, columns)
    sums: Ints  # how many cells above and left of each are taken

    def nearest_free(self, anchor: Floats, size: tuple[float, float], gap: float) -> Floats:
        """Upper left corners (places, 2) where a box covers nothing, those nearest to the anchor."""
        wide, high = (-(-int(extent + gap) // CELL_PX) for extent in size)
        if high >= len(self.sums) or wide >= len(self.sums[0]):
            return np.zeros((0, 2))
        covered = (
            self.sums[high:, wide:]
            - self.sums[:-high, wide:]
            - self.sums[high:, :-wide]
            + self.sums[:-high, :-wide]
        )
        tops, lefts = np.nonzero(covered[::EVERY, ::EVERY] == 0)
        corners = np.column_stack([lefts, tops]) * EVERY * CELL_PX - AROUND_PX + gap / 2
        apart = np.hypot(*(corners + np.array(size) / 2 - anchor).T)
        return np.asarray(corners[np.argsort(apart, kind="stable")[:NEAREST]])

    def share_over(self, anchor: Floats, ends: Floats) -> Floats:
        """How much of each line runs over body and props, 0 to 1."""
        share = np.linspace(0, 1, SAMPLES)[:, None, None]
        points = anchor + share * (ends - anchor)
        limits = np.array(self.taken.shape[::-1]) - 1
        column, row = np.moveaxis(np.clip((points + AROUND_PX) // CELL_PX, 0, limits).astype(int), -1, 0)
        return np.asarray(self.taken[row, column].mean(0))


def space_of(taken: Bools) -> SheetSpace:
    """`taken`: cells of the plate's sheet without the room around it."""
    whole = np.pad(taken, [(around // CELL_PX,) * 2 for around in AROUND_PX[::-1].tolist()])
    return SheetSpace(whole, np.pad(whole.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0))))

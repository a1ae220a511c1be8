"""Which muscle each pixel shows: the topmost of those whose field is above 0 there."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from karani.figure.mesh import Ints
from karani.figure.plate.muscle_map import MuscleMap
from karani.figure.sheet import Image, Sheet

Number = TypeVar("Number", bound=np.generic)
NONE = -1
AT_ONCE = 40_000


@dataclass(frozen=True, eq=False)
class Visible:
    muscle: NDArray[np.int16]  # (height, width), -1 where none is; the left side's count on after the right's


def find_visible(sheet: Sheet, muscles: MuscleMap) -> Visible:
    layers = np.array([muscle.layer for muscle in muscles.muscles], dtype=np.float32)
    best = np.full(len(sheet.corners), NONE, dtype=np.int16)
    order = np.zeros(len(sheet.corners), dtype=np.float32)
    for first, fields in ((0, muscles.right), (len(layers), muscles.left)):
        touched = np.asarray((fields > 0).any(1))
        busy = np.flatnonzero(touched[sheet.corners].any(1))
        for chunk in np.array_split(busy, max(1, len(busy) // AT_ONCE)):
            found, rank = topmost(fields, layers, sheet.corners[chunk], sheet.shares[chunk])
            higher = rank > order[chunk]
            best[chunk[higher]], order[chunk[higher]] = found[higher] + first, rank[higher]
    return Visible(spread(sheet, best, NONE))


def topmost(fields: Image, layers: Image, corners: Ints, shares: Image) -> tuple[Ints, Image]:
    """Number and rank of the muscle on top at each pixel; rank 0 where none is."""
    here = np.einsum("pcm,pc->pm", fields[corners], shares.astype(np.float32))
    ranks = np.where(here > 0, here + layers, 0)
    best = ranks.argmax(1)
    return best, np.take_along_axis(ranks, best[:, None], 1)[:, 0]


def spread(sheet: Sheet, values: NDArray[Number], outside: float) -> NDArray[Number]:
    image = np.full(sheet.body.shape, outside, dtype=values.dtype)
    image[sheet.body] = values
    return image

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
    depth_in: Image  # (height, width) [m] how far inside its muscle a pixel lies


def find_visible(sheet: Sheet, muscles: MuscleMap) -> Visible:
    layers = np.array([muscle.layer for muscle in muscles.muscles], dtype=np.float32)
    ranked = np.tile(layers, 2)
    corners, shares = sheet.corners, sheet.shares.astype(np.float32)
    fields = np.concatenate([muscles.right, muscles.left], axis=1)
    above = np.flatnonzero((fields > 0).any(1))
    touched = np.zeros(len(fields), dtype=bool)
    touched[above] = True
    busy = np.flatnonzero(touched[corners].any(1))
    best = np.full(len(corners), NONE, dtype=np.int16)
    inside = np.zeros(len(corners), dtype=np.float32)
    for chunk in np.array_split(busy, max(1, len(busy) // AT_ONCE)):
        best[chunk], inside[chunk] = topmost(fields, ranked, corners[chunk], shares[chunk])
    return Visible(spread(sheet, best, NONE), spread(sheet, inside, 0.0))


def topmost(fields: Image, ranked: Image, corners: Ints, shares: Image) -> tuple[Ints, Image]:
    """Number and field of the muscle on top at each pixel."""
    here = (fields[corners] * shares[:, :, None]).sum(1)
    order = np.where(here > 0, here + ranked, 0)
    best = order.argmax(1)
    own = np.take_along_axis(here, best[:, None], 1)[:, 0]
    return np.where(own > 0, best, NONE), np.maximum(own, 0)


def spread(sheet: Sheet, values: NDArray[Number], outside: float) -> NDArray[Number]:
    image = np.full(sheet.body.shape, outside, dtype=values.dtype)
    image[sheet.body] = values
    return image

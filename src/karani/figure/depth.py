"""One depth buffer for body and props, in plain numpy: which triangle each pixel shows, where in it, how near.

Small triangles are tried in blocks of like size, so that no pixel loop runs in Python; the nearest fragment of a pixel
wins by one maximum over keys whose high bits are the depth.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.figure.mesh import Bools, Floats, Ints

BLOCKS = np.array([2, 4, 7, 12, 24, 64, 4096])
FRAGMENTS_AT_ONCE = 1_500_000
DEPTH_STEPS = 1 << 30
NOTHING = -1
TINY, EDGE = 1e-9, 1e-6


@dataclass(frozen=True)
class Buffer:
    triangle: NDArray[np.int32]  # (height, width), -1 where nothing is
    shares: NDArray[np.float32]  # (height, width, 2): of the triangle's second and third corner
    depth: NDArray[np.float32]  # (height, width) [m]


def rasterize(corners: Floats, width: int, height: int) -> Buffer:
    """`corners` (triangles, 3, 3): x, y in pixels and depth of each corner; back faces are left out by the caller."""
    low = np.maximum(np.ceil(corners[:, :, :2].min(1) - TINY), 0).astype(np.int64)
    high = np.minimum(np.floor(corners[:, :, :2].max(1) + TINY), [width - 1, height - 1]).astype(np.int64)
    spans = high - low + 1
    kept = np.flatnonzero((spans > 0).all(1) & (np.abs(doubled_areas(corners)) > TINY))
    columns, rows = np.searchsorted(BLOCKS, spans[kept]).T
    kinds = columns * len(BLOCKS) + rows
    found = [
        fragments(corners, low, chunk, spans[chunk].max(0), (width, height))
        for kind in np.unique(kinds)
        for chunk in chunks(
            kept[kinds == kind], int(BLOCKS[kind // len(BLOCKS)] * BLOCKS[kind % len(BLOCKS)])
        )
    ]
    return nearest(found, width, height)


def doubled_areas(corners: Floats) -> Floats:
    """Twice the signed area on the sheet; below 0 for faces that look at the viewer (y goes down)."""
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.asarray(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0])


def chunks(triangles: Ints, block: int) -> list[Ints]:
    pieces = min(len(triangles), len(triangles) * block // FRAGMENTS_AT_ONCE + 1)
    return np.array_split(triangles, pieces)


Fragments = tuple[Ints, Floats, Ints, Floats]
"""Pixel, depth, triangle and the two shares of each."""


def fragments(corners: Floats, low: Ints, chosen: Ints, block: Ints, sheet: tuple[int, int]) -> Fragments:
    """All pixels inside the chosen triangles, tried in a block of pixels each."""
    (across, down), (width, height) = block, sheet
    (ax, ay), (bx, by), (cx, cy) = (corners[chosen, corner, :2].T[..., None, None] for corner in range(3))
    x = low[chosen, 0, None, None] + np.arange(across)[None, None, :]
    y = low[chosen, 1, None, None] + np.arange(down)[None, :, None]
    inverse = 1 / ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
    second = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) * inverse
    third = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * inverse
    inside = (second >= -EDGE) & (third >= -EDGE) & (second + third <= 1 + EDGE) & (x < width) & (y < height)
    index, row, column = np.nonzero(inside)
    triangle = chosen[index]
    shares = np.column_stack([second[inside], third[inside]])
    depths = corners[triangle, :, 2]
    depth = depths[:, 0] + ((depths[:, 1:] - depths[:, :1]) * shares).sum(1)
    pixel = (low[triangle, 1] + row) * width + low[triangle, 0] + column
    return pixel, depth, triangle, shares


def nearest(found: list[Fragments], width: int, height: int) -> Buffer:
    triangle = np.full(width * height, NOTHING, dtype=np.int32)
    shares = np.zeros((width * height, 2), dtype=np.float32)
    depth = np.full(width * height, -np.inf, dtype=np.float32)
    if found:
        pixels, depths, triangles, all_shares = (
            np.concatenate(column) for column in zip(*found, strict=True)
        )
        covered, winners = nearest_fragments(pixels, depths, width * height)
        triangle[covered] = triangles[winners]
        shares[covered] = all_shares[winners]
        depth[covered] = depths[winners]
    sheet = (height, width)
    return Buffer(triangle.reshape(sheet), shares.reshape(*sheet, 2), depth.reshape(sheet))


def nearest_fragments(pixels: Ints, depths: Floats, size: int) -> tuple[Ints, Ints]:
    if not len(pixels):
        return pixels, pixels
    low, span = depths.min(), max(np.ptp(depths), 1e-9)
    steps = ((depths - low) / span * (DEPTH_STEPS - 1)).astype(np.int64) + 1
    keys = np.zeros(size, dtype=np.int64)
    np.maximum.at(keys, pixels, (steps << 32) | np.arange(len(pixels)))
    covered = np.flatnonzero(keys)
    return covered, keys[covered] & 0xFFFFFFFF


def front_faces(corners: Floats) -> Bools:
    return doubled_areas(corners) < 0

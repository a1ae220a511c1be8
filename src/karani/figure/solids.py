"""Shapes that props are made of: box, cushion, folded cloth, chair. Each is convex pieces in the world's place.

`turn`'s columns are across, along and up; sizes are given in this order [m].
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from karani.figure.mesh import Floats, Solid, grid_triangles

BOX_FACES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
LAYERS_OF_CLOTH_M = 0.035
RING = 28
CAP = ((0.0, 0.0), (0.0, 0.72), (0.12, 0.88), (0.4, 0.97), (1.0, 1.0))
"""Of a rounded end: how far in, and how wide there."""


class Piece(NamedTuple):
    """A convex solid; `faces` are the corners of its flat sides, none when it is round."""

    solid: Solid
    faces: tuple[tuple[int, ...], ...] = ()
    seams: tuple[Floats, ...] = ()
    """Closed rings (points, 3) on the surface."""


def box(middle: Floats, turn: Floats, size: Floats) -> Piece:
    unit = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
    points = (unit * size) @ turn.T + middle
    triangles = [(a, b, c) for a, b, c, _ in BOX_FACES] + [(a, c, d) for a, _, c, d in BOX_FACES]
    return Piece(Solid(points, np.array(triangles)), BOX_FACES)


def cushion(middle: Floats, turn: Floats, size: Floats, squareness: float = 0.8) -> Piece:
    """A stuffed roll along its first axis, with rounded ends and a seam near each."""
    if size[1] > size[0]:  # a roll lies along its longer side
        turn, size = turn[:, [1, 0, 2]] * [1, -1, 1], size[[1, 0, 2]]
    ends = 0.35 * min(size[1], size[2])
    left = [(-size[0] / 2 + share * ends, width) for share, width in CAP]
    right = [(-place, width) for place, width in reversed(left)]
    rings = [
        ring(place, width * size[1] / 2, width * size[2] / 2, squareness) for place, width in left + right
    ]
    points = np.concatenate(rings) @ turn.T + middle
    seams = [
        ring(sign * (size[0] / 2 - 0.3 * ends), 0.475 * size[1], 0.475 * size[2], squareness)
        for sign in (-1, 1)
    ]
    return Piece(
        Solid(points, grid_triangles(len(rings) - 1, RING)[:, ::-1]),
        seams=tuple(seam @ turn.T + middle for seam in seams),
    )


def ring(place: float, half_along: float, half_up: float, squareness: float) -> Floats:
    around = np.linspace(0, 2 * np.pi, RING, endpoint=False)
    across, up = bulged(np.cos(around), squareness), bulged(np.sin(around), squareness)
    return np.column_stack([np.full(RING, place), half_along * across, half_up * up])


def bulged(values: Floats, squareness: float) -> Floats:
    return np.asarray(np.sign(values) * np.abs(values) ** squareness)


def folded(middle: Floats, turn: Floats, size: Floats) -> list[Piece]:
    """Layers of cloth on each other, each a flat cushion, the inner ones a little shorter."""
    count = max(1, round(size[2] / LAYERS_OF_CLOTH_M))
    thick = size[2] / count
    pieces = []
    for layer in range(count):
        up = (layer + 0.5) * thick - size[2] / 2
        length = size * [1 - 0.012 * (layer % 2), 1 - 0.02 * (layer % 2), 0]
        size_of_layer = length + np.array([0, 0, thick * 1.1])
        layer_of_cloth = cushion(middle + turn[:, 2] * up, turn, size_of_layer, squareness=0.35)
        pieces.append(layer_of_cloth._replace(seams=()))
    return pieces


BAND_WIDTH_M, BAND_THICK_M, BAND_OFF_M = 0.032, 0.006, 0.010
"""Of a strap; how far a loop stands off the points it goes around."""


def ribbon(line: Floats, *, closed: bool) -> list[Piece]:
    """A band along a line of points, piece by piece; a closed one goes around its own middle."""
    if closed:
        outward_of = line - line.mean(0)
        line = line + BAND_OFF_M * outward_of / np.linalg.norm(outward_of, axis=1)[:, None]
        line = np.vstack([line, line[:1]])
    across = band_side(line, closed=closed)
    return [band(start, end, across) for start, end in pairwise(line)]


def band_side(line: Floats, *, closed: bool) -> Floats:
    """The direction of a band's width: along what a loop binds, level for a straight one."""
    if closed:
        return np.asarray(np.linalg.svd(line - line.mean(0))[2][2])
    level = np.cross(line[-1] - line[0], [0.0, 0, 1])
    return np.asarray(level / max(float(np.linalg.norm(level)), 1e-9))


def band(start: Floats, end: Floats, across: Floats) -> Piece:
    way = end - start
    length = max(float(np.linalg.norm(way)), 1e-9)
    along = way / length
    turn = np.column_stack([across, along, np.cross(across, along)])
    return box((start + end) / 2, turn, np.array([BAND_WIDTH_M, length + BAND_THICK_M, BAND_THICK_M]))


WOOD_M, SEAT_M, RUNG_M, SLAT_M = 0.034, 0.028, 0.022, np.array([0.07, 0.02])
BACK_HEIGHT_M = 0.42
SLATS_BELOW_TOP_M = (0.05, 0.17)


def chair(middle: Floats, turn: Floats, size: Floats) -> list[Piece]:
    """`middle` is that of the whole seat's block from floor to top; the back stands at the far end of `along`."""
    width, depth, height = size
    half = width / 2 - WOOD_M / 2
    parts = [((0.0, 0.0, height - SEAT_M / 2), (width, depth, SEAT_M))]
    for side in (-1, 1):
        tall, low = height + BACK_HEIGHT_M, height - SEAT_M
        parts += [
            ((side * half, depth / 2 - WOOD_M / 2, tall / 2), (WOOD_M, WOOD_M, tall)),
            ((side * half, WOOD_M / 2 - depth / 2, low / 2), (WOOD_M, WOOD_M, low)),
            ((side * half, 0.0, height * 0.42), (RUNG_M, depth - 2 * WOOD_M, RUNG_M)),
        ]
    for below in SLATS_BELOW_TOP_M:
        place = (0.0, depth / 2 - WOOD_M / 2, height + BACK_HEIGHT_M - below)
        parts.append((place, (width - 2 * WOOD_M, SLAT_M[1], SLAT_M[0])))
    floor = middle - turn[:, 2] * height / 2
    return [box(floor + turn @ np.array(place), turn, np.array(piece)) for place, piece in parts]


def outward(piece: Piece, face: tuple[int, ...]) -> Floats:
    """The unit normal of a flat side."""
    corners = piece.solid.points[list(face)]
    normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    normal /= np.linalg.norm(normal)
    away = corners.mean(0) - piece.solid.points.mean(0)
    return np.asarray(normal if normal @ away > 0 else -normal)

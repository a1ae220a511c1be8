"""Triangles in space: what bake and drawing both need of them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Solid(NamedTuple):
    points: Floats  # (points, 3) [m]
    triangles: Ints  # (triangles, 3), seen counterclockwise from outside


def vertex_normals(points: Floats, triangles: Ints) -> Floats:
    """Unit normals, each the mean of its triangles' by area."""
    corners = points[triangles]
    areas = cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    around = triangles.T.ravel()
    sums = [np.bincount(around, np.tile(areas[:, axis], 3), len(points)) for axis in range(3)]
    normals = np.column_stack(sums)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def cross(a: Floats, b: Floats) -> Floats:
    """np.cross of rows, three times as fast."""
    (ax, ay, az), (bx, by, bz) = a.T, b.T
    return np.column_stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])


def sphere(center: Floats, radii: Floats, rings: int, sectors: int) -> Solid:
    """An ellipsoid of `rings` x `sectors` quads."""
    polar = np.linspace(0, np.pi, rings + 1)[:, None]
    around = np.linspace(0, 2 * np.pi, sectors, endpoint=False)[None, :]
    shape = np.ones((rings + 1, sectors))
    unit = np.stack(
        [np.sin(polar) * np.cos(around), np.sin(polar) * np.sin(around), np.cos(polar) * shape], -1
    )
    return Solid(unit.reshape(-1, 3) * radii + center, grid_triangles(rings, sectors))


def grid_triangles(rows: int, columns: int) -> Ints:
    """Triangles of a tube of (rows + 1) rings with `columns` points each."""
    row, column = (index.ravel() for index in np.mgrid[:rows, :columns])
    here, right = row * columns + column, row * columns + (column + 1) % columns
    below, diagonal = here + columns, right + columns
    return np.concatenate([np.column_stack([here, below, right]), np.column_stack([right, below, diagonal])])


def joined(solids: list[Solid]) -> Solid:
    shifts = np.cumsum([0, *(len(solid.points) for solid in solids)])
    triangles = [solid.triangles + shift for solid, shift in zip(solids, shifts, strict=False)]
    return Solid(np.concatenate([solid.points for solid in solids]), np.concatenate(triangles))

"""Cloth instead of anatomy: covered skin is smoothed, the chest replaced by a broad surface, all lifted a little."""

import numpy as np
import scipy.sparse as sp
from scipy.spatial import cKDTree

from karani.figure.bake.clothes import Fields
from karani.figure.bake.makehuman import Bools, Floats, Ints
from karani.figure.bake.parts import Part
from karani.figure.bake.weights import neighbor_mean
from karani.figure.mesh import Solid, vertex_normals

CLOTH_M = 0.003
BORDER_M = 0.02
KERNEL_M = 0.042
REACH_M = 0.12
SPACING_M = 0.012


def dressed(surface: Solid, edges: Ints, parts: Floats, worn: Fields, neck: Floats) -> Floats:
    points, triangles = surface
    mean = neighbor_mean(edges, len(points))
    covered = np.clip(np.maximum(worn.top, worn.leggings) / BORDER_M, 0, 1)
    points = smoothed(points, mean, covered, 60)
    points = relaxed(points, mean, chest_share(points, worn, neck), 60)
    points = with_flat_chest(points, triangles, parts, worn)
    points = smoothed(points, mean, covered, 25)
    return points + vertex_normals(points, triangles) * (CLOTH_M * covered)[:, None]


def smoothed(points: Floats, mean: sp.csr_array, share: Floats, rounds: int) -> Floats:
    """Taubin's smoothing: a step in and a slightly longer step out, so that nothing shrinks."""
    for _ in range(rounds):
        points = points + 0.5 * share[:, None] * (mean @ points - points)
        points = points - 0.51 * share[:, None] * (mean @ points - points)
    return points


def relaxed(points: Floats, mean: sp.csr_array, share: Floats, rounds: int) -> Floats:
    for _ in range(rounds):
        points = points + 0.5 * share[:, None] * (mean @ points - points)
    return points


def chest_share(points: Floats, worn: Fields, neck: Floats) -> Floats:
    x, y, _ = points.T
    front = np.clip((neck[1] - y) / 0.07, 0, 1)
    middle = np.clip((0.19 - np.abs(x)) / 0.05, 0, 1)
    return np.asarray(np.clip(worn.top / 0.07, 0, 1) * front * middle)


def with_flat_chest(points: Floats, triangles: Ints, parts: Floats, worn: Fields) -> Floats:
    """The depth of the front is a local plane fitted with a kernel of 4 cm: cloth over a chest, not its shape."""
    normals = vertex_normals(points, triangles)
    front = np.flatnonzero(is_front(points, normals, parts, worn))
    depth = kernel_depth(points[front])
    x = points[front, 0]
    share = (
        0.9
        * np.clip(worn.top[front] / 0.05, 0, 1)
        * np.clip((0.165 - np.abs(x)) / 0.05, 0, 1)
        * np.clip((-0.1 - normals[front, 1]) / 0.4, 0, 1)
    )
    result = points.copy()
    result[front, 1] += share * (depth - points[front, 1])
    return result


def is_front(points: Floats, normals: Floats, parts: Floats, worn: Fields) -> Bools:
    on_trunk = (worn.top > 0) & (parts[:, Part.TRUNK] > 0.6)
    return np.asarray(on_trunk & (normals[:, 1] < -0.1) & (np.abs(points[:, 0]) < 0.17))


def kernel_depth(points: Floats) -> Floats:
    places = points[:, [0, 2]]
    tree = cKDTree(places)
    density = np.array([len(near) for near in tree.query_ball_point(places, SPACING_M)])
    return np.array([
        plane_depth(places[near] - place, points[near, 1], density[near])
        for place, near in zip(places, tree.query_ball_point(places, REACH_M), strict=True)
    ])  # fmt: skip


def plane_depth(offsets: Floats, depths: Floats, density: Floats) -> float:
    weight = np.exp(-(offsets**2).sum(1) / 2 / KERNEL_M**2) / density
    plane = np.column_stack([np.ones(len(offsets)), offsets])
    normal = (plane.T * weight) @ plane + 1e-6 * np.eye(3)
    return float(np.linalg.solve(normal, (plane.T * weight) @ depths)[0])

"""Props as flat shapes: visible sides of boxes, outline and shade of cushions, from the farthest to the nearest."""

from collections.abc import Iterator

import numpy as np
from scipy.spatial import ConvexHull

from karani.figure.camera import View
from karani.figure.mesh import Bools, Floats, vertex_normals
from karani.figure.path_data import line_data, polygon_data
from karani.figure.props import Prop
from karani.figure.regions import LIGHT
from karani.figure.shape import Shape
from karani.figure.solids import Piece, outward

SEEN = 0.02
BRIGHT_TOP, BRIGHT_FACE = 0.5, 0.8
SHADED_BELOW = 0.22
SEAM = "seam"


def prop_shapes(props: list[Prop], view: View) -> list[Shape]:
    pieces = [(piece, prop.color) for prop in props for piece in prop.pieces]
    pieces.sort(key=lambda placed: far_to_near(placed[0], view))
    return [shape for piece, color in pieces for shape in piece_shapes(piece, color, view)]


def far_to_near(piece: Piece, view: View) -> float:
    return float((piece.solid.points.mean(0) @ view.axes.T)[2])


def piece_shapes(piece: Piece, color: str, view: View) -> Iterator[Shape]:
    yield from flat_sides(piece, color, view) if piece.faces else round_sides(piece, color, view)


def flat_sides(piece: Piece, color: str, view: View) -> Iterator[Shape]:
    for face in piece.faces:
        normal = outward(piece, face)
        toward = float((view.axes @ normal)[2])
        if toward > SEEN:
            bright = normal[2] > BRIGHT_TOP or toward > BRIGHT_FACE
            corners = view(piece.solid.points[list(face)])[:, :2]
            yield Shape(f"k-{color}" if bright else f"k-{color}2", polygon_data(corners), kind="k-side")


def round_sides(piece: Piece, color: str, view: View) -> Iterator[Shape]:
    seen = view(piece.solid.points)
    normals = vertex_normals(piece.solid.points, piece.solid.triangles) @ view.axes.T
    yield Shape(f"k-{color}", polygon_data(hull(seen)), kind="k-side")
    shaded = (normals @ (LIGHT / np.linalg.norm(LIGHT)) < SHADED_BELOW) & (normals[:, 2] > -SEEN)
    if shaded.sum() > 3:  # noqa: PLR2004 - a triangle at least
        yield Shape(f"k-{color}2", polygon_data(hull(seen[shaded])))
    for seam in piece.seams:
        for part in visible_parts(seam, view):
            yield Shape(f"k-{SEAM}", line_data(part))


def hull(points: Floats) -> Floats:
    flat = points[:, :2]
    return np.asarray(flat[ConvexHull(flat).vertices])


def visible_parts(ring: Floats, view: View) -> list[Floats]:
    """The stretches of a ring on the near side of its own middle."""
    seen = view(ring)
    near: Bools = (seen - seen.mean(0))[:, 2] > 0
    if near.all():
        return [seen[:, :2]]
    start = int(np.flatnonzero(~near)[0])
    seen, near = np.roll(seen, -start, axis=0), np.roll(near, -start)
    runs = np.split(np.arange(len(ring)), np.flatnonzero(np.diff(near.astype(int))) + 1)
    return [seen[run, :2] for run in runs if near[run[0]] and len(run) > 3]  # noqa: PLR2004 - a speck

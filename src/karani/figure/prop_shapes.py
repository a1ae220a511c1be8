"""Props as flat shapes: visible sides of boxes, outline and shade of cushions, from the farthest to the nearest."""

from collections.abc import Iterator

import numpy as np
from scipy.spatial import ConvexHull

from karani.figure.camera import View
from karani.figure.depth import front_faces, rasterize
from karani.figure.mesh import Bools, Floats, vertex_normals
from karani.figure.path_data import line_data, path_data, polygon_data
from karani.figure.paths import Nodes, mask_outlines
from karani.figure.props import Prop
from karani.figure.regions import LIGHT
from karani.figure.shape import Shape
from karani.figure.solids import Piece, outward

SEEN = 0.02
BRIGHT_TOP, BRIGHT_FACE = 0.5, 0.8
SHADED_BELOW = 0.22
LEAST_SHADE_PX = 90
MARGIN_PX = 8
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
    yield Shape(f"k-{color}", polygon_data(hull(view(piece.solid.points))), kind="k-side")
    shade = path_data(shaded_parts(piece, view))
    if shade:
        yield Shape(f"k-{color}2", shade)
    for seam in piece.seams:
        for part in visible_parts(seam, view):
            yield Shape(f"k-{SEAM}", line_data(part))


def shaded_parts(piece: Piece, view: View) -> list[Nodes]:
    """Outlines of what turns away from the light."""
    near, corner = view.around(piece.solid.points, MARGIN_PX)
    corners = near(piece.solid.points)[piece.solid.triangles]
    shown = piece.solid.triangles[front_faces(corners)]
    buffer = rasterize(corners[front_faces(corners)], near.width, near.height)
    normals = vertex_normals(piece.solid.points, piece.solid.triangles) @ view.axes.T
    lit = normals @ (LIGHT / np.linalg.norm(LIGHT))
    one, two, three = (lit[shown[buffer.triangle]][..., place] for place in range(3))
    second, third = np.moveaxis(buffer.shares, -1, 0)
    facing = one * (1 - second - third) + two * second + three * third
    dark = (facing < SHADED_BELOW) & (buffer.triangle >= 0)
    found = mask_outlines(dark, blur=1.2, smooth=2.0, tolerance=0.5, least_area=LEAST_SHADE_PX)
    return [nodes + corner for nodes in found]


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

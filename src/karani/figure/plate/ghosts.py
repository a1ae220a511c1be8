"""Muscles that lie deep: leaves round their lines, drawn as an outline over the body when they are busy."""

import numpy as np
from shapely import MultiPolygon, Polygon, unary_union

from karani.figure.camera import View
from karani.figure.mesh import Floats
from karani.figure.paths import Nodes
from karani.figure.plate.atlas import DrawnMuscle
from karani.figure.plate.muscle_map import half_widths

MENDED_PX, TOLERANCE_PX = 0.5, 0.7


def leaves(muscle: DrawnMuscle, lines: list[Floats], view: View) -> tuple[Nodes, ...]:
    """Closed outlines (nodes, 2) on the sheet; leaves that overlap become one."""
    flat = [view(line)[:, :2] for line in lines]
    parts = [Polygon(leaf(line, half_widths(muscle, len(line)) * view.scale)) for line in flat]
    whole = unary_union([part.buffer(MENDED_PX, quad_segs=1) for part in parts])
    pieces = whole.geoms if isinstance(whole, MultiPolygon) else [whole]
    return tuple(np.array(piece.exterior.simplify(TOLERANCE_PX).coords)[:-1] for piece in pieces)


def leaf(line: Floats, widths: Floats) -> Nodes:
    forward = np.gradient(line, axis=0)
    forward /= np.maximum(np.hypot(*forward.T), 1e-9)[:, None]
    beside = np.column_stack([-forward[:, 1], forward[:, 0]]) * np.maximum(widths, 1)[:, None]
    return np.concatenate([line + beside, (line - beside)[::-1]])

"""Where the body lies: mat, soft shadow, and the lines of floor and wall that the page's room takes up."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from karani.figure.camera import Camera, View
from karani.figure.mesh import Floats
from karani.figure.path_data import path_data, polygon_data
from karani.figure.paths import outlines
from karani.figure.shape import Shape

FROM_ABOVE_DEG = 25.0
HORIZON_M = 1.0
"""How far behind the body the floor ends against the air."""
MAT_WIDTH_M, MAT_LENGTH_M, MAT_MARGIN_M, MAT_FROM_WALL_M = 0.66, 1.80, 0.10, 0.02
ACROSS_M = 0.2
WALL_BEHIND = 0.95
"""The view's share of the wall's normal from which on the wall is a background."""
"""A trunk that leans less to the side than this lies or stands along the room."""
SOFT_PX = 3
"""Half of the line that softens the mat's corners."""
SHADOW_LEAN = np.array([0.25, 0.12])
SHADOW_TALLEST_M = 0.42
SHADOW_CELL_PX = 5
SHADOW_LEVEL = 0.3


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels on the figure's sheet. `floor_y` is where the floor begins, `wall_x` where the wall ends, if there is one."""

    floor_y: float
    wall_x: float | None
    from_above: bool
    origin_x: float = 0.0
    origin_y: float = 0.0
    """Where the world begins: by it figures of one room are laid over each other."""


def room_of(view: View, camera: Camera, wall_y_m: float | None, points: Floats) -> Room:
    far = points.mean(0) - HORIZON_M * view.axes[2] * [1, 1, 0]
    if wall_y_m is not None and is_behind(view):
        far[1] = wall_y_m
    above = camera.elevation_deg > FROM_ABOVE_DEG
    floor_y = 0.0 if above else float(view(far * [1, 1, 0])[0, 1])
    x, y, _ = (float(value) for value in view(np.zeros(3))[0])
    return Room(floor_y, wall_edge(view, wall_y_m, points), above, x, y)


def wall_edge(view: View, wall_y_m: float | None, points: Floats) -> float | None:
    """Where the wall is seen to end: beside what touches it, as the nearer foot is seen a little before the farther one."""
    if wall_y_m is None or is_behind(view):
        return None
    middle = float(view(np.array([0.0, wall_y_m, 0]))[0, 0])
    return min(middle, float(view(points)[:, 0].min()))


def is_behind(view: View) -> bool:
    """Whether one looks straight at the wall, so that it ends the floor instead of standing at one side."""
    return bool(view.axes[2, 1] > WALL_BEHIND * np.hypot(*view.axes[2, :2]))


def wall_foot(points: Floats, wall_y_m: float | None) -> Floats:
    """Where the wall stands beside the body, (0 or 1, 3): the sheet shows it also when nothing touches it yet."""
    if wall_y_m is None:
        return np.empty((0, 3))
    return np.array([[points[:, 0].mean(), wall_y_m, 0.0]])


def mat_corners(points: Floats, toward_head: Floats, wall_y_m: float | None) -> Floats:
    """The mat along the body, (4, 3): as long as a mat is, or as the body needs, and not through the wall."""
    long = 0 if abs(toward_head[0]) > max(abs(toward_head[1]), ACROSS_M) else 1
    low, high = points[:, long].min() - MAT_MARGIN_M, points[:, long].max() + MAT_MARGIN_M
    longer = max(0.0, (MAT_LENGTH_M - (high - low)) / 2)
    if wall_y_m is None:
        low, high = low - longer, high + longer
    else:
        low = max(low, wall_y_m + MAT_FROM_WALL_M)
    middle = float(np.median(points[:, 1 - long]))
    across = (middle - MAT_WIDTH_M / 2, middle + MAT_WIDTH_M / 2)
    corners = np.array([(across[0], low), (across[1], low), (across[1], high), (across[0], high)])
    return np.column_stack([corners if long else corners[:, ::-1], np.zeros(4)])


def mat_shape(corners: Floats, view: View, wall_x: float | None) -> Shape:
    seen = view(corners)[:, :2]
    return Shape(
        "k-mat", polygon_data(seen if wall_x is None else cut_at(seen, wall_x + SOFT_PX)), kind="k-soft"
    )


def cut_at(polygon: Floats, left: float) -> Floats:
    """The part of a polygon (corners, 2) that lies to the right of `left`."""
    kept: list[Floats] = []
    for start, end in zip(polygon, np.roll(polygon, -1, 0), strict=True):
        if start[0] >= left:
            kept.append(start)
        if (start[0] < left) != (end[0] < left):
            kept.append(start + (left - start[0]) / (end[0] - start[0]) * (end - start))
    return np.array(kept)


def shadow_shape(points: Floats, view: View, wall_x: float | None) -> Shape | None:
    """What lies low throws a soft shadow straight down and a little aside."""
    low = points[points[:, 2] < SHADOW_TALLEST_M]
    cast = np.column_stack([low[:, :2] - low[:, 2:] * SHADOW_LEAN, np.zeros(len(low))])
    cells = view(cast)[:, :2]
    if wall_x is not None:
        cells = cells[cells[:, 0] > wall_x + SHADOW_CELL_PX]
    cells = cells / SHADOW_CELL_PX
    size = (view.height // SHADOW_CELL_PX + 2, view.width // SHADOW_CELL_PX + 2)
    counts, _, _ = np.histogram2d(
        cells[:, 1], cells[:, 0], bins=size, range=[[-0.5, size[0] - 0.5], [-0.5, size[1] - 0.5]]
    )
    field = gaussian_filter((counts > 0).astype(np.float32), 1.2)
    curves = outlines(field, level=SHADOW_LEVEL, smooth=1.5, tolerance=0.15, least_area=30)
    data = path_data(curve * SHADOW_CELL_PX for curve in curves)
    return Shape("k-shadow", data) if data else None

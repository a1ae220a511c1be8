"""The view: orthographic, from a side and a little from above, and its sheet of paper in pixels."""

from dataclasses import dataclass

import numpy as np

from karani.errors import FigureError
from karani.figure.mesh import Floats

PIXELS_PER_METER = 420
STEEPEST_DEG = 90.0


@dataclass(frozen=True)
class Camera:
    """Azimuth 0 looks at a standing person's front, 90 at its left side; elevation 90 looks straight down."""

    azimuth_deg: float
    elevation_deg: float

    def __post_init__(self) -> None:
        if not (np.isfinite(self.azimuth_deg) and -STEEPEST_DEG < self.elevation_deg <= STEEPEST_DEG):
            raise FigureError(
                f"A camera at azimuth {self.azimuth_deg} and elevation {self.elevation_deg} deg sees nothing; "
                "elevation goes from above -90 to 90."
            )

    @property
    def axes(self) -> Floats:
        """Rows: right, up and toward the viewer."""
        around, up = np.radians([self.azimuth_deg, self.elevation_deg])
        toward = np.array([np.sin(around) * np.cos(up), -np.cos(around) * np.cos(up), np.sin(up)])
        right = np.array([np.cos(around), np.sin(around), 0])
        return np.array([right, np.cross(toward, right), toward])


@dataclass(frozen=True)
class View:
    axes: Floats  # (3, 3)
    left: float
    top: float  # [m] along right and up
    width: int
    height: int  # [px]
    scale: float = PIXELS_PER_METER

    def around(self, points: Floats, margin_px: int) -> tuple["View", Floats]:
        """The part of the sheet that holds these points, and its corner (2,) on the whole sheet [px]."""
        seen = self(points)[:, :2]
        low = np.maximum(np.floor(seen.min(0)).astype(int) - margin_px, 0)
        high = np.minimum(np.ceil(seen.max(0)).astype(int) + margin_px, [self.width, self.height])
        width, height = (int(size) for size in high - low)
        left, top = self.left + low[0] / self.scale, self.top - low[1] / self.scale
        return View(self.axes, left, top, width, height, self.scale), low.astype(float)

    def __call__(self, points: Floats) -> Floats:
        """(points, 3): x, y in pixels, depth in meters, larger is nearer."""
        seen = np.atleast_2d(points) @ self.axes.T
        x, y, depth = seen.T
        return np.column_stack([(x - self.left) * self.scale, (self.top - y) * self.scale, depth])


def view_of(camera: Camera, points: Floats, margin_m: float, scale: float = PIXELS_PER_METER) -> View:
    """The sheet that holds all points and a margin around them."""
    seen = points @ camera.axes[:2].T
    low, high = seen.min(0) - margin_m, seen.max(0) + margin_m
    width, height = np.ceil((high - low) * scale).astype(int)
    return View(camera.axes, low[0], high[1], int(width), int(height), scale)

"""What a body rests on: planes, slabs with a flat top, and rolls.

Each gives, for points (n, 3) [m], the distance above its surface (n,) [m] (negative: inside) and the direction away from
it (n, 3). Points beside a slab or a roll are at an infinite distance: only its upper side carries.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Surface(Protocol):
    @property
    def name(self) -> str: ...

    def distances(self, points: Matrix) -> tuple[Vector, Matrix]: ...

    def covers(self, points: Matrix) -> NDArray[np.bool_]:
        """Which points lie in front of the surface, so that they can rest on it or go through it."""
        ...


@dataclass(frozen=True)
class Plane:
    """Everything with normal . p < offset is inside: floor, wall."""

    name: str
    normal: Vector
    offset: float

    def distances(self, points: Matrix) -> tuple[Vector, Matrix]:
        return points @ self.normal - self.offset, np.broadcast_to(self.normal, points.shape)

    def covers(self, points: Matrix) -> NDArray[np.bool_]:
        return np.ones(len(points), dtype=np.bool_)


@dataclass(frozen=True)
class Slab:
    """A box's top: seat, block, folded blanket, an inclined bolster. `turn`'s columns: across, along, up."""

    name: str
    middle: Vector  # of the top face
    turn: Matrix
    half_across: float
    half_along: float
    thickness: float

    def distances(self, points: Matrix) -> tuple[Vector, Matrix]:
        up = self.turn[:, 2]
        return (points - self.middle) @ up, np.broadcast_to(up, points.shape)

    def covers(self, points: Matrix) -> NDArray[np.bool_]:
        across, along, up = ((points - self.middle) @ self.turn).T
        beside = (np.abs(across) > self.half_across) | (np.abs(along) > self.half_along)
        covered: NDArray[np.bool_] = ~beside & (up > -self.thickness)
        return covered


@dataclass(frozen=True)
class Roll:
    """A lying cylinder across the body: a bolster under the knees. It stands on the floor, its top is at 2 radius."""

    name: str
    middle: Vector
    axis: Vector
    radius: float
    half_length: float

    def distances(self, points: Matrix) -> tuple[Vector, Matrix]:
        away = points - self.middle
        away = away - (away @ self.axis)[:, None] * self.axis
        lengths = np.maximum(np.linalg.norm(away, axis=1), 1e-9)
        return lengths - self.radius, away / lengths[:, None]

    def covers(self, points: Matrix) -> NDArray[np.bool_]:
        covered: NDArray[np.bool_] = np.abs((points - self.middle) @ self.axis) <= self.half_length
        return covered


@dataclass(frozen=True)
class Strap:
    """The line of a strap (points, 3) [m], closed when it goes around something; nothing rests on it."""

    name: str
    line: Matrix
    closed: bool

    def distances(self, points: Matrix) -> tuple[Vector, Matrix]:
        return np.full(len(points), np.inf), np.zeros_like(points)

    def covers(self, points: Matrix) -> NDArray[np.bool_]:
        return np.zeros(len(points), dtype=np.bool_)


FLOOR = Plane("floor", np.array([0.0, 0.0, 1.0]), 0.0)
WALL = Plane("wall", np.array([0.0, 1.0, 0.0]), 0.0)
"""The wall stands where y is 0; whoever lies before it has the head towards +y."""

"""Parts that rest on the body itself: hands on thighs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body.capsules import Capsule
from karani.body.motion import Carrier, Motion
from karani.body.parts import Patch
from karani.body.terms.term import PER_METER, REST_DEPTH_M, Matrix, Rows, Vector


@dataclass(frozen=True)
class Nearest:
    """The point that is nearest to a capsule's skin, and how it lies to it."""

    point: int
    distance_m: float
    direction: Vector
    on_axis: Vector

    def row(self, carrier: Carrier, motion: Motion, capsule: Capsule) -> Matrix:
        """How the distance changes with the free coordinates, (1, free)."""
        direction = self.direction[None]
        own = motion.rows(carrier, np.array([self.point]), direction)
        segment = np.searchsorted(carrier.segments, [capsule.segment])
        return own - motion.rows_of(segment, self.on_axis[None], direction)


def nearest_to(
    capsule: Capsule, motion: Motion, points: NDArray[np.int64], *, sided: bool = False
) -> Nearest:
    """The nearest point; `sided`: one that has passed the axis is still led back to the side that its limb is on."""
    places = motion.points[points]
    on_axis = capsule.nearest(motion.data, places)
    away = places - on_axis
    distances = np.sqrt(np.einsum("ni,ni->n", away, away))
    ways = away / np.maximum(distances, 1e-9)[:, None]
    if sided:
        side = side_of(capsule, motion, places)
        passed = away @ side < 0
        distances = np.where(passed, away @ side, distances)
        ways[passed] = side
    k = int(distances.argmin())
    return Nearest(int(points[k]), float(distances[k]) - capsule.radius, ways[k], on_axis[k])


def side_of(capsule: Capsule, motion: Motion, places: Matrix) -> Vector:
    """The direction across the capsule, from its axis to the middle of the points."""
    middle = places.mean(axis=0, keepdims=True)
    side: Vector = (middle - capsule.nearest(motion.data, middle))[0]
    return side / max(float(np.linalg.norm(side)), 1e-9)


@dataclass(frozen=True)
class BodyContact:
    """The nearest point of a patch lies on a limb."""

    carrier: Carrier
    patch: Patch
    surface: str
    capsule: Capsule

    @property
    def points(self) -> NDArray[np.int64]:
        return self.patch.points

    def rows(self, motion: Motion) -> Rows:
        nearest = self.nearest(motion)
        residual = np.array([PER_METER * (nearest.distance_m + REST_DEPTH_M)])
        return residual, PER_METER * nearest.row(self.carrier, motion, self.capsule)

    def nearest(self, motion: Motion) -> Nearest:
        return nearest_to(self.capsule, motion, self.points)

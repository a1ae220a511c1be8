"""Parts that rest on the body itself (hands on thighs), and limbs that must not go through each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body.capsules import Capsule
from karani.body.motion import Carrier, Motion
from karani.body.parts import Patch
from karani.body.terms.term import PER_METER, REST_DEPTH_M, Matrix, Rows, Vector


def distances_to(
    capsule: Capsule, motion: Motion, points: NDArray[np.int64]
) -> tuple[Vector, Matrix, Matrix]:
    """Distance from the capsule's skin, direction away from it, and the nearest place on its axis."""
    places = motion.points[points]
    nearest = capsule.nearest(motion.data, places)
    away = places - nearest
    lengths = np.maximum(np.linalg.norm(away, axis=1), 1e-9)
    return lengths - capsule.radius, away / lengths[:, None], nearest


def relative_rows(
    carrier: Carrier, motion: Motion, point: int, direction: Vector, capsule: Capsule, nearest: Vector
) -> Matrix:
    """How the distance of one point from the capsule changes, (1, free)."""
    own = motion.rows(carrier, np.array([point]), direction[None])
    segment = np.searchsorted(carrier.segments, capsule.segment)
    theirs = motion.rows_of(np.array([segment]), nearest[None], direction[None])
    return own - theirs


@dataclass(frozen=True)
class BodyContact:
    """The nearest point of a patch lies on a limb."""

    carrier: Carrier
    patch: Patch
    surface: str
    capsule: Capsule
    weight: float = 1.0

    @property
    def points(self) -> NDArray[np.int64]:
        return self.patch.points

    def rows(self, motion: Motion) -> Rows:
        distances, directions, nearest = distances_to(self.capsule, motion, self.points)
        k = int(distances.argmin())
        row = relative_rows(
            self.carrier, motion, int(self.points[k]), directions[k], self.capsule, nearest[k]
        )
        scale = PER_METER * self.weight
        return np.array([scale * (distances[k] + REST_DEPTH_M)]), scale * row

    def nearest(self, motion: Motion) -> tuple[int, float]:
        """The point nearest to the limb, and its distance [m]."""
        distances, _, _ = distances_to(self.capsule, motion, self.points)
        nearest = int(distances.argmin())
        return int(self.points[nearest]), float(distances[nearest])


@dataclass(frozen=True)
class BodyClearance:
    """No point of one segment lies deeper in a limb than its flesh gives way."""

    carrier: Carrier
    points: NDArray[np.int64]
    capsule: Capsule
    gives_m: float

    def rows(self, motion: Motion) -> Rows:
        distances, directions, nearest = distances_to(self.capsule, motion, self.points)
        k = int(distances.argmin())
        short = distances[k] + self.gives_m
        if short >= 0:
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        row = relative_rows(
            self.carrier, motion, int(self.points[k]), directions[k], self.capsule, nearest[k]
        )
        return np.array([PER_METER * short]), PER_METER * row

    @property
    def sentence(self) -> str:
        model, flesh = self.carrier.body.model, self.carrier.body.flesh
        names = (
            model.body(int(number)).name for number in (flesh.segments[self.points[0]], self.capsule.segment)
        )
        return " and ".join(names)

    def depth(self, motion: Motion) -> float:
        """How far beyond what gives way [m]."""
        return float(max(0.0, -distances_to(self.capsule, motion, self.points)[0].min() - self.gives_m))

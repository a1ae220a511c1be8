"""Who stands has the weight over what carries: the mass center lies above the middle of the ground it stands on.

    residual = |c - nearest(c)|    horizontally; nearest: the point of the shrunken ground that is nearest to c
The ground is the convex outline of all parts that touch the floor, brought nearer to its middle by SHRUNK, so that
nobody stands on the edge of a foot.
"""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from karani.body.motion import Carrier, Motion
from karani.body.terms.term import Rows

Numbers = NDArray[np.int64]
Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

PER_METER_BALANCE = 10.0
SHRUNK = 0.3


@dataclass(frozen=True)
class Balance:
    carrier: Carrier
    support: Numbers

    def rows(self, motion: Motion) -> Rows:
        center = mass_center(self.carrier, motion)[:2]
        shares = nearest_shares(motion.points[self.support, :2], center)
        if not shares.any():
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        used = self.support[shares > 0]
        shares = shares[shares > 0]
        away = center - shares @ motion.points[used, :2]
        far = float(np.hypot(*away))
        outward = np.append(away / max(far, 1e-9), 0.0)
        ground = shares @ motion.rows(self.carrier, used, np.tile(outward, (len(used), 1)))
        row = outward @ mass_center_rows(self.carrier, motion) - ground
        return np.array([PER_METER_BALANCE * far]), PER_METER_BALANCE * row[None]


def nearest_shares(points: Matrix, center: Vector) -> Vector:
    """Shares of the points (points,) that make the edge of the shrunken ground nearest to `center`; none if it is inside."""
    hull = ConvexHull(points).vertices
    middle = points[hull].mean(axis=0)
    corners = middle + SHRUNK * (points[hull] - middle)
    shares = np.zeros(len(points))
    if not inside(corners, center):
        shares[hull] = SHRUNK * nearest_on_outline(corners, center) + (1 - SHRUNK) / len(hull)
    return shares


def inside(corners: Matrix, center: Vector) -> bool:
    """Whether a point lies within a convex outline given against the clock."""
    edges, ways = np.roll(corners, -1, axis=0) - corners, center - corners
    return bool((edges[:, 0] * ways[:, 1] - edges[:, 1] * ways[:, 0] >= 0).all())


def nearest_on_outline(corners: Matrix, center: Vector) -> Vector:
    """Shares of the corners that make the point of an outline nearest to `center`."""
    after = np.roll(corners, -1, axis=0)
    edges = after - corners
    along = np.clip(((center - corners) * edges).sum(1) / np.maximum((edges**2).sum(1), 1e-12), 0, 1)
    feet = corners + along[:, None] * edges
    nearest = int(((feet - center) ** 2).sum(1).argmin())
    shares = np.zeros(len(corners))
    shares[nearest] += 1 - along[nearest]
    shares[(nearest + 1) % len(corners)] += along[nearest]
    return shares


def mass_center(carrier: Carrier, motion: Motion) -> NDArray[np.float64]:
    mujoco.mj_comPos(carrier.body.model, motion.data)
    center: NDArray[np.float64] = motion.data.subtree_com[0].copy()
    return center


def mass_center_rows(carrier: Carrier, motion: Motion) -> NDArray[np.float64]:
    """d(mass center)/d(free), (3, free)."""
    model = carrier.body.model
    jacobian = np.zeros((3, model.nv))
    mujoco.mj_jacSubtreeCom(model, motion.data, jacobian, 0)
    rates = np.concatenate([np.ones(6), carrier.body.coordinates.rates(motion.x)])
    follows = np.concatenate([np.arange(6), carrier.body.coordinates.follows])
    columns = carrier.space.column[follows]
    rows = np.zeros((3, carrier.space.count))
    free = columns >= 0
    np.add.at(rows.T, columns[free], (jacobian * rates).T[free])
    return rows

"""Who stands has the weight over the feet: the mass center lies above the middle of what carries."""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.motion import Carrier, Motion
from karani.body.terms.term import Rows

PER_METER_BALANCE = 10.0
HORIZONTAL = (np.array([1.0, 0, 0]), np.array([0, 1.0, 0]))


@dataclass(frozen=True)
class Balance:
    carrier: Carrier
    support: NDArray[np.int64]

    def rows(self, motion: Motion) -> Rows:
        away = mass_center(self.carrier, motion) - motion.points[self.support].mean(axis=0)
        moves = mass_center_rows(self.carrier, motion)
        feet = np.stack([
            motion.rows(self.carrier, self.support, np.tile(axis, (len(self.support), 1))).mean(axis=0)
            for axis in HORIZONTAL
        ])  # fmt: skip
        return PER_METER_BALANCE * away[:2], PER_METER_BALANCE * (moves[:2] - feet)


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

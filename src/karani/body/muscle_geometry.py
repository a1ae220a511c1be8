"""Lengths and moment arms of all muscles for given coordinates.

    moment arm of muscle i about coordinate j:  R_ij = -d l_i / d x_j      [m]     (positive: pulls towards +x_j)
The paths are the model's (wrapping included); MuJoCo is used for nothing else of the muscles, as the force parameters
it carries are fitted artefacts. A coordinate that drives several joints has the sum over them.
"""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body, move

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class MuscleGeometry:
    """One row a muscle, in the order of `names`."""

    names: tuple[str, ...]
    lengths: Vector  # (muscles,) muscle-tendon length [m]
    moment_arms: Matrix  # (muscles, coordinates) [m]; places of the pelvis: 0


def muscle_geometry(body: Body, x: Vector) -> MuscleGeometry:
    """All muscle-tendon lengths and moment arms at coordinates `x`."""
    model, data = body.model, move(body, x)
    mujoco.mj_comPos(model, data)
    mujoco.mj_tendon(model, data)
    mujoco.mj_transmission(model, data)
    return MuscleGeometry(body.muscles, data.actuator_length.copy(), moment_arms(body, x, data))


def moment_arms(body: Body, x: Vector, data: mujoco.MjData) -> Matrix:
    """-dl/dx, summed sparsely: each entry of the model's moment goes to the coordinate its joint follows."""
    counts = data.moment_rownnz
    entries = entry_places(data.moment_rowadr, counts)
    muscles = np.repeat(np.arange(body.model.nu), counts)
    dofs = data.moment_colind[entries]
    rates = np.concatenate([np.ones(6), body.coordinates.rates(x)])
    follows = np.concatenate([np.arange(6), body.coordinates.follows])
    arms = np.zeros(body.model.nu * body.coordinates.count)
    places = muscles * body.coordinates.count + follows[dofs]
    arms += np.bincount(places, -data.actuator_moment[entries] * rates[dofs], minlength=len(arms))
    whole: Matrix = arms.reshape(body.model.nu, body.coordinates.count)
    whole[:, :6] = 0.0
    return whole


def entry_places(starts: NDArray[np.int32], counts: NDArray[np.int32]) -> NDArray[np.int64]:
    """Where each muscle's entries lie in the sparse moment."""
    firsts = np.repeat(starts, counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    places: NDArray[np.int64] = firsts + within
    return places

"""What must balance in a posture: gravity's moments, the muscles' arms, and where forces act.

    R^T T + K f + r + tau = g        at each coordinate
g: moment of gravity (what must be given against it), R: moment arms (positive pulls towards +x), T: forces along the paths,
K f: forces of supports, tau: ligaments, r: reserves.                                                   [N m; root: N, N m]
"""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.body import move
from karani.body.motion import Motion, dof_twists
from karani.body.muscle_geometry import moment_arms
from karani.muscles.model import MuscleModel

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Mechanics:
    """One posture; `coordinates` are those of the model's `names`."""

    motion: Motion
    lengths: Vector  # (muscles,) of the paths [m]
    arms: Matrix  # (computed, coordinates) [m]
    gravity: Vector  # (coordinates,)


def mechanics_at(model: MuscleModel, x: Vector) -> Mechanics:
    """`x` (coordinates of the body,) as in `Posture.coordinates`."""
    body = model.body
    data = move(body, x)
    mujoco.mj_comPos(body.model, data)
    mujoco.mj_tendon(body.model, data)
    mujoco.mj_transmission(body.model, data)
    arms = moment_arms(model.forces, x, data)
    first = model.carrier.space.first
    return Mechanics(
        motion_at(model, x, data),
        data.actuator_length.copy(),
        arms[np.ix_(model.parameters.rows, first)],
        gravity_moments(model, x, data)[first],
    )


def motion_at(model: MuscleModel, x: Vector, data: mujoco.MjData) -> Motion:
    """Points of the skin where the whole body puts them, twists of the joints that must balance."""
    carrier, flesh = model.carrier, model.body.flesh
    turns = data.xmat.reshape(-1, 3, 3)[flesh.segments]
    points = np.einsum("nij,nj->ni", turns, flesh.places) + data.xpos[flesh.segments]
    twists = carrier.gather @ dof_twists(carrier, x, data)
    return Motion(x, data, points, twists.reshape(len(carrier.segments), carrier.space.count, 6))


def gravity_moments(model: MuscleModel, x: Vector, data: mujoco.MjData) -> Vector:
    """Of all coordinates of the body, (coordinates,)."""
    mujoco.mj_comVel(model.body.model, data)
    against = np.zeros(model.body.model.nv)
    mujoco.mj_rne(model.body.model, data, 0, against)
    coordinates = model.forces.coordinates
    rates = np.concatenate([np.ones(6), coordinates.rates(x)])
    follows = np.concatenate([np.arange(6), coordinates.follows])
    moments = np.zeros(coordinates.count)
    np.add.at(moments, follows, rates * against)
    return moments

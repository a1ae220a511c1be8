"""Where the flesh is, and how it moves with the free coordinates.

Each segment has a twist per free coordinate (angular velocity w and the velocity v of the world's origin with it):
    for a hinge of axis a through c: w = a, v = c x a;  for a slide: w = 0, v = a
summed over the joints between it and the world, times the joint's rate dq/dx. A point p of the segment then moves by
v + w x p, and in a direction n by  n.v + (p x n).w .
"""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from karani.body.body import Body, move
from karani.body.rotation import crossed
from karani.body.space import Space, mirrored_space, whole_space

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Carrier:
    """What stays the same over all postures of one body in one space."""

    body: Body
    space: Space
    segments: Numbers  # (segments,) the model's bodies that carry flesh
    place: Numbers  # (points,) each point's place in `segments`
    gather: csr_matrix  # (segments * free, velocities)
    hinges: NDArray[np.bool_]  # (dofs after the root,)
    joints: Numbers  # (dofs after the root,)


@dataclass(frozen=True)
class Motion:
    """One posture: points of the flesh in the world and the segments' twists."""

    x: Vector
    data: mujoco.MjData
    points: Matrix  # (points, 3) [m]
    twists: Matrix  # (segments, free, 6): w then v

    def rows(self, carrier: Carrier, chosen: Numbers, directions: Matrix) -> Matrix:
        """d(point . direction)/d(free) of the chosen points, (chosen, free)."""
        return self.rows_of(carrier.place[chosen], self.points[chosen], directions)

    def rows_of(self, segments: Numbers, points: Matrix, directions: Matrix) -> Matrix:
        wrenches = np.concatenate([crossed(points, directions), directions], axis=1)
        rows: Matrix = np.einsum("rks,rs->rk", self.twists[segments], wrenches)
        return rows


def carrier_for(body: Body, *, mirrored: bool) -> Carrier:
    """The carrier of a body whose left mirrors its right, or of one that moves freely; made once for each body."""

    def make() -> Carrier:
        space = mirrored_space(body.coordinates) if mirrored else whole_space(body.coordinates)
        return carrier_of(body, space)

    return body.once(("carrier", mirrored), make)


def carrier_of(body: Body, space: Space) -> Carrier:
    model, flesh = body.model, body.flesh
    segments, place = np.unique(flesh.segments, return_inverse=True)
    joints = model.dof_jntid[6:]
    return Carrier(
        body,
        space,
        segments,
        place,
        gather_matrix(body, space, segments),
        model.jnt_type[joints] == mujoco.mjtJoint.mjJNT_HINGE,
        joints,
    )


def gather_matrix(body: Body, space: Space, segments: Numbers) -> csr_matrix:
    follows = np.concatenate([np.arange(6), body.coordinates.follows])
    columns = space.column[follows]  # (velocities,)
    rows, dofs = [], []
    for place, segment in enumerate(segments):
        for dof in dofs_above(body.model, int(segment)):
            if columns[dof] >= 0:
                rows.append(place * space.count + columns[dof])
                dofs.append(dof)
    shape = (len(segments) * space.count, body.model.nv)
    return csr_matrix((np.ones(len(rows)), (rows, dofs)), shape=shape)


def dofs_above(model: mujoco.MjModel, segment: int) -> list[int]:
    """Degrees of freedom between a segment and the world."""
    found: list[int] = []
    while segment > 0:
        start = int(model.body_dofadr[segment])
        if start >= 0:
            found.extend(range(start, start + int(model.body_dofnum[segment])))
        segment = int(model.body_parentid[segment])
    return found


def motion_of(carrier: Carrier, x: Vector) -> Motion:
    body = carrier.body
    data = move(body, x)
    turns = data.xmat.reshape(-1, 3, 3)[carrier.segments]
    flesh = body.flesh
    points = np.einsum("nij,nj->ni", turns[carrier.place], flesh.places)
    points += data.xpos[flesh.segments]
    twists = carrier.gather @ dof_twists(carrier, x, data)
    return Motion(x, data, points, twists.reshape(len(carrier.segments), carrier.space.count, 6))


def dof_twists(carrier: Carrier, x: Vector, data: mujoco.MjData) -> Matrix:
    """Twist per unit of each coordinate's speed, degree by degree, (velocities, 6)."""
    twists = np.zeros((carrier.body.model.nv, 6))
    twists[0:3, 3:] = np.eye(3)
    turn = data.xmat[1].reshape(3, 3)
    twists[3:6, :3] = turn.T
    twists[3:6, 3:] = crossed(data.xpos[1], turn.T)
    axes, anchors = data.xaxis[carrier.joints], data.xanchor[carrier.joints]
    rates = carrier.body.coordinates.rates(x)[:, None]
    hinged = carrier.hinges[:, None]
    twists[6:, :3] = np.where(hinged, axes, 0.0) * rates
    twists[6:, 3:] = np.where(hinged, crossed(anchors, axes), axes) * rates
    return twists

"""Between postures: joints go evenly from one to the next, slow at both ends, and stay clear of floor and wall.

    x(t) = x_a + s (x_b - x_a),  s = 3 u^2 - 2 u^3,   u the share of the way within its pair of postures
The pelvis turns along the shortest arc. Every frame is set down on the floor by its lowest point, and moved out of the
wall by its deepest: limbs keep their angles, nobody floats, nothing goes through.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation, Slerp

from karani.body.body import Body, Frames, move, segment_frames
from karani.body.posture import Posture
from karani.body.space import TURN
from karani.body.surfaces import WALL, Plane
from karani.body.terms.term import FREE_DEPTH_M, REST_DEPTH_M

Vector = NDArray[np.float64]


def interpolate(body: Body, postures: Sequence[Posture], share: float) -> Frames:
    """Segment frames at `share` (0 to 1) of the way through the postures."""
    assert postures
    x = coordinates_between([posture.coordinates for posture in postures], share)
    planes = [WALL] if any(has_wall(posture) for posture in postures) else []
    return segment_frames(body, brought_out(body, set_down(body, x), planes))


def coordinates_between(stations: Sequence[Vector], share: float) -> Vector:
    """The coordinates at `share` of the whole way; every pair of stations takes the same part of it."""
    if len(stations) == 1:
        return stations[0].copy()
    way = float(np.clip(share, 0, 1)) * (len(stations) - 1)
    first = min(int(way), len(stations) - 2)
    start, end, eased = stations[first], stations[first + 1], ease(way - first)
    x = start + eased * (end - start)
    x[TURN] = turn_between(start[TURN], end[TURN], eased)
    return x


def ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def turn_between(start: Vector, end: Vector, share: float) -> Vector:
    turns = Rotation.from_rotvec(np.stack([start, end]))
    between: Vector = Slerp([0.0, 1.0], turns)(share).as_rotvec()
    return between


def set_down(body: Body, x: Vector) -> Vector:
    """The same posture with its lowest point resting on the floor."""
    after = x.copy()
    after[2] -= float(flesh_points(body, x)[:, 2].min()) + REST_DEPTH_M
    return after


def brought_out(body: Body, x: Vector, planes: Sequence[Plane]) -> Vector:
    """The same posture, moved as a whole until nothing goes through the planes."""
    after = x.copy()
    points = flesh_points(body, x)
    for plane in planes:
        depth = float((plane.offset - points @ plane.normal).max()) - FREE_DEPTH_M
        if depth > 0:
            after[:3] += depth * plane.normal
    return after


def flesh_points(body: Body, x: Vector) -> NDArray[np.float64]:
    """All points of the skin in the world [m], (points, 3)."""
    data = move(body, x)
    turns = data.xmat.reshape(-1, 3, 3)[body.flesh.segments]
    points: NDArray[np.float64] = np.einsum("nij,nj->ni", turns, body.flesh.places)
    points += data.xpos[body.flesh.segments]
    return points


def has_wall(posture: Posture) -> bool:
    return any(surface.name == WALL.name for surface in posture.surfaces)

"""Between postures: joints go evenly from one to the next, slow at both ends, and stay clear of floor and wall.

    x(t) = x_a + s (x_b - x_a),  s = 3 u^2 - 2 u^3,   u the share of the way within its pair of postures
The pelvis turns along the shortest arc. What rests in both postures stays in its place. Every frame is set down on the floor by its lowest point, and moved out of the
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
    x = kept_in_place(body, x, postures, share)
    planes = [WALL] if any(has_wall(posture) for posture in postures) else []
    return segment_frames(body, brought_out(body, set_down(body, x), planes))


def kept_in_place(body: Body, x: Vector, postures: Sequence[Posture], share: float) -> Vector:
    """What rests before and after rests meanwhile: the body moves as a whole until its middle is where it was."""
    if len(postures) == 1:
        return x
    first, within = pair_at(len(postures), share)
    start, end = postures[first], postures[first + 1]
    segments = resting_in_both(start, end)
    if not segments:
        return x
    here, there = (
        np.mean([posture.frames[name][0] for name in segments], axis=0) for posture in (start, end)
    )
    data = move(body, x)
    now = np.mean([data.body(name).xpos for name in segments], axis=0)
    after = x.copy()
    after[:2] += (here + ease(within) * (there - here) - now)[:2]
    return after


def resting_in_both(first: Posture, second: Posture) -> list[str]:
    """Segments that rest with the same part on the same floor or prop in both; limbs on limbs move with the body."""
    standing = {surface.name for surface in first.surfaces}
    here, there = (
        {(contact.segment, contact.part, contact.surface) for contact in posture.contacts}
        for posture in (first, second)
    )
    return sorted({segment for segment, _, surface in here & there if surface in standing})


def coordinates_between(stations: Sequence[Vector], share: float) -> Vector:
    """The coordinates at `share` of the whole way; every pair of stations takes the same part of it."""
    if len(stations) == 1:
        return stations[0].copy()
    first, within = pair_at(len(stations), share)
    start, end, eased = stations[first], stations[first + 1], ease(within)
    x = start + eased * (end - start)
    x[TURN] = turn_between(start[TURN], end[TURN], eased)
    return x


def pair_at(count: int, share: float) -> tuple[int, float]:
    """The pair of stations that a share of the way lies in, and the share within it."""
    way = float(np.clip(share, 0, 1)) * (count - 1)
    first = min(int(way), count - 2)
    return first, way - first


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

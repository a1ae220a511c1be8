"""The posture of one body in one pose.

Minimizes the squares of all wishes over the free coordinates (left mirrors right where the pose is symmetric): target
angles (soft), contacts that touch, nothing through anything, weight over the feet, hamstrings' limit, chosen settings.
Where a prop's height is free and its usual height does not fit the body, the nearest height that does is taken; the
posture's settings name it.
What cannot be met says so: `solved` is false when a contact stands off or something goes through by more than 1 cm.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body
from karani.body.least_squares import settled
from karani.body.motion import motion_of
from karani.body.posture import Posture
from karani.body.report import report_posture
from karani.body.settings import choose_settings, other_heights
from karani.body.space import Space
from karani.body.wishes import Wishes, wishes_of
from karani.library.pose import Pose, PostureSpec

Vector = NDArray[np.float64]

MOST_STEPS = 80
AGAIN = ((True, 1), (True, 2), (True, 3), (False, 1), (False, 2), (False, 3))
"""Limbs that lie in each other's way hold the search off: it tries again, first near the best it has found (True), then
near the first guess. The numbers are the seeds; the same body has the same posture every time."""
NEAR_BEST, NEAR_FIRST = 0.08, 0.15
"""How far aside it begins [rad]."""
NOTHING_CHOSEN: Mapping[str, float] = MappingProxyType({})


def solve_posture(
    pose: Pose, body: Body, chosen: Mapping[str, float] = NOTHING_CHOSEN, start: Posture | None = None
) -> Posture:
    """The pose in this body; `chosen` sets what the pose leaves free, `start` is a near posture to begin from."""
    return solve_spec(pose.slug, pose.posture, body, chosen, start)


def solve_spec(
    name: str,
    spec: PostureSpec,
    body: Body,
    chosen: Mapping[str, float] = NOTHING_CHOSEN,
    start: Posture | None = None,
) -> Posture:
    found = solve_once(name, spec, body, chosen, start)
    for height, value in () if found.solved else other_heights(spec, chosen):
        tried = solve_once(name, spec, body, {**chosen, height: value}, start, again=())
        if tried.solved:
            return tried
    return found


def solve_once(
    name: str,
    spec: PostureSpec,
    body: Body,
    chosen: Mapping[str, float],
    start: Posture | None,
    *,
    again: tuple[tuple[bool, int], ...] = AGAIN,
) -> Posture:
    settings = choose_settings(spec, chosen, name)
    wishes = wishes_of(body, spec, settings)
    space, guess = wishes.carrier.space, first_guess(wishes)
    fit = settled(wishes.evaluate, space, guess if start is None else start.coordinates, MOST_STEPS)
    found = report_posture(name, body, wishes, settings, fit.x)
    for near_best, seed in () if found.solved else again:
        begun = aside(space, fit.x, NEAR_BEST, seed) if near_best else aside(space, guess, NEAR_FIRST, seed)
        other = settled(wishes.evaluate, space, begun, MOST_STEPS)
        if other.cost < fit.cost:
            fit = other
            found = report_posture(name, body, wishes, settings, fit.x)
        if found.solved:
            break
    return found


def aside(space: Space, x: Vector, far: float, seed: int) -> Vector:
    """Every free coordinate a little aside, by the same amounts each time."""
    here = x[space.first]
    way = far * np.random.default_rng(seed).standard_normal(space.count)
    return space.moved(x, np.clip(here + way, space.low, space.high) - here)


def first_guess(wishes: Wishes) -> Vector:
    """The target angles, set down on the floor and, where there is one, in front of the wall."""
    x = wishes.target.copy()
    x[:3] = 0.0
    points = motion_of(wishes.carrier, x).points
    x[2] = -points[:, 2].min()
    if any(surface.placing.name == "wall" for surface in wishes.surfaces):
        x[1] = -points[:, 1].min()
    return x

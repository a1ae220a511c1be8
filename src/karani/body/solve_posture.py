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
from karani.body.wishes import Wishes, wishes_of
from karani.library.pose import Pose, PostureSpec

Vector = NDArray[np.float64]

MOST_STEPS = 80
NUDGES = (1, 2, 3)
NUDGE = 0.08
"""Touching points jump from one place of the skin to the next: the search can stop at such an edge, and a nudge [rad]
leads on. The seeds of the nudges; the same body has the same posture every time."""
NOTHING_CHOSEN: Mapping[str, float] = MappingProxyType({})
HEADROOM_M = 0.15
"""A first guess starts a little above the floor, not in it."""


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
        tried = solve_once(name, spec, body, {**chosen, height: value}, start, nudges=())
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
    nudges: tuple[int, ...] = NUDGES,
) -> Posture:
    settings = choose_settings(spec, chosen, name)
    wishes = wishes_of(body, spec, settings)
    first = first_guess(wishes) if start is None else start.coordinates
    fit = settled(wishes.evaluate, wishes.carrier.space, first, MOST_STEPS)
    found = report_posture(name, body, wishes, settings, fit.x)
    for nudge in () if found.solved else nudges:
        again = settled(wishes.evaluate, wishes.carrier.space, nudged(wishes, fit.x, nudge), MOST_STEPS)
        if again.cost < fit.cost:
            fit = again
            found = report_posture(name, body, wishes, settings, fit.x)
        if found.solved:
            break
    return found


def nudged(wishes: Wishes, x: Vector, number: int) -> Vector:
    """Near a posture: every free coordinate a little aside, by the same amounts each time."""
    space = wishes.carrier.space
    aside = NUDGE * np.random.default_rng(number).standard_normal(space.count)
    here = x[space.first]
    return space.moved(x, np.clip(here + aside, space.low, space.high) - here)


def first_guess(wishes: Wishes) -> Vector:
    """The target angles, set down on the floor and, where there is one, in front of the wall."""
    x = wishes.target.copy()
    x[:3] = 0.0
    points = motion_of(wishes.carrier, x).points
    x[2] = -points[:, 2].min()
    if any(surface.placing.name == "wall" for surface in wishes.surfaces):
        x[1] = -points[:, 1].min()
    return x

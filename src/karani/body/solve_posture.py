"""The posture of one body in one pose.

Minimizes the squares of all wishes over the free coordinates (left mirrors right where the pose is symmetric): target
angles (soft), contacts that touch, nothing through anything, weight over the feet, hamstrings' limit, chosen settings.
What cannot be met says so: `solved` is false when a contact stands off or something goes through by more than 1 cm.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body
from karani.body.least_squares import least_squares
from karani.body.motion import motion_of
from karani.body.posture import Posture
from karani.body.report import report_posture
from karani.body.settings import choose_settings
from karani.body.wishes import Wishes, wishes_of
from karani.library.pose import Pose, PostureSpec

Vector = NDArray[np.float64]

MOST_STEPS = 80
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
    settings = choose_settings(spec, chosen, name)
    wishes = wishes_of(body, spec, settings)
    first = first_guess(wishes) if start is None else start.coordinates
    fit = least_squares(wishes.evaluate, wishes.carrier.space, first, MOST_STEPS)
    return report_posture(name, body, wishes, settings, fit.x)


def first_guess(wishes: Wishes) -> Vector:
    """The target angles, set down on the floor and, where there is one, in front of the wall."""
    x = wishes.target.copy()
    x[:3] = 0.0
    points = motion_of(wishes.carrier, x).points
    x[2] = -points[:, 2].min()
    if any(surface.placing.name == "wall" for surface in wishes.surfaces):
        x[1] = -points[:, 1].min()
    return x

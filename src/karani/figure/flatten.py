"""Flesh gives way where it rests: what the skin would put into a surface is squashed flat on it."""

import numpy as np

from karani.body.surfaces import Surface
from karani.figure.mesh import Floats

SOFT_M = 0.012
DEEPEST = 8.0


def flattened(points: Floats, surfaces: tuple[Surface, ...]) -> Floats:
    """Points nearer to a surface than its softness, or inside it, come to lie between 0 and that above it."""
    for surface in surfaces:
        near = surface.covers(points)
        points = points.copy()
        distance, away = surface.distances(points[near])
        squashed = SOFT_M * np.exp(np.clip((distance - SOFT_M) / SOFT_M / 2, -DEEPEST, 0))
        points[near] += np.where(distance < SOFT_M, squashed - distance, 0.0)[:, None] * away
    return points

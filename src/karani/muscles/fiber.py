"""Fiber lengths under a rigid tendon, and the curves of active force.

    l_M = sqrt((L_MT - l_T)^2 + (l0 sin a0)^2)        cos a = (L_MT - l_T) / l_M       l~ = l_M / l0
L_MT: path length, l_T: tendon slack length, l0: optimal fiber length, a0: pennation at l0 [m, rad]
Active force-length: sum of three Gaussians with a width that grows with length (De Groote 2016, doi
10.1007/s10439-016-1591-9). A tendon longer than its path leaves the fiber at its shortest, thickness.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.muscles.parameters import Parameters

Vector = NDArray[np.float64]

GAUSSIANS = ((0.815, 1.055, 0.162, 0.063), (0.433, 0.717, -0.030, 0.200), (0.100, 1.000, 0.354, 0.0))
"""Height, middle, width, growth of width; De Groote 2016, table of the supplement."""
SHORTEST_M = 1e-3


@dataclass(frozen=True)
class Fibers:
    """One row a computed path."""

    ratios: Vector  # (computed,) l~
    cosines: Vector  # (computed,) of pennation


def fibers_at(parameters: Parameters, lengths: Vector) -> Fibers:
    """`lengths` (muscles,): path lengths [m]."""
    return fibers_of(parameters, lengths[parameters.rows])


def fibers_of(parameters: Parameters, paths: Vector) -> Fibers:
    """`paths` (computed,) [m]."""
    along = np.maximum(paths - parameters.tendon_length, SHORTEST_M)
    fibers = np.hypot(along, parameters.thickness)
    return Fibers(fibers / parameters.optimal_length, along / fibers)


def active_share(ratios: Vector) -> Vector:
    """Share of the largest isometric force that full activation gives at fiber length l~."""
    parts = [
        height * np.exp(-0.5 * ((ratios - middle) / (width + growth * ratios)) ** 2)
        for height, middle, width, growth in GAUSSIANS
    ]
    share: Vector = np.sum(parts, axis=0)
    return share

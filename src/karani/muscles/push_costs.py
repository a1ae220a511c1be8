"""What supports cost: their size a little, and sideways force that parts from its surface's share.

    w_f sum (f_e / u)^2 + w_t sum ((t_c - w_c m_k) / u)^2        t_c = sum of mu (f_0 - f_1), and of mu (f_2 - f_3), over its places
As the upper triangle of a matrix over the edges (four a place) and the sideways totals m (two a surface), by its entries.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Entries = tuple[Numbers, Numbers, Vector]
"""Rows, columns, values; entries at one place add up."""

W_PUSH = 1e-3
W_SIDEWAYS = 10.0
W_SIDEWAYS_LYING = 0.01
EDGES = 4
"""Of a friction cone."""
WAY = np.array([0, 0, 1, 1])
SIGN = np.array([1.0, -1.0, 1.0, -1.0])
"""Of each edge: which of the two sideways directions it pushes along, and which way."""
ONE, OTHER = np.nonzero(WAY[:, None] == WAY)
"""Pairs of edges along one direction."""


@dataclass(frozen=True)
class Places:
    """Where the body may be pushed: one row a place, then one a part, which is a segment on a surface."""

    push: Matrix  # (places * 4, coordinates): generalized force of each edge at one newton
    friction: Vector  # (places,)
    parts: Numbers  # (places,) number of the part
    surfaces: Numbers  # (parts,) number of the surface
    shares: Vector  # (parts,) of the weight that lies on that surface
    lying: Flags  # (parts,) whether it lies, rather than pushes like a foot or a hand

    @property
    def totals(self) -> int:
        """Two sideways directions of each surface."""
        return 2 * (int(self.surfaces.max(initial=-1)) + 1)

    def sideways(self) -> tuple[Numbers, Vector]:
        """Of each edge: which total it adds to, and how much of it a newton is, (places * 4,)."""
        totals = 2 * self.surfaces[self.parts][:, None] + WAY
        return totals.ravel(), np.outer(self.friction, SIGN).ravel()

    @property
    def dear(self) -> Vector:
        """What sideways force costs, (parts,)."""
        return np.where(self.lying, W_SIDEWAYS_LYING, W_SIDEWAYS)


def push_costs(places: Places) -> Entries:
    parts = (of_edges(places), of_edges_with_totals(places), of_totals(places), of_size(places))
    rows, columns, values = (np.concatenate(one) for one in zip(*parts, strict=True))
    return rows, columns, 2 * values


def of_edges(places: Places) -> Entries:
    """Places of one part, edges along one direction."""
    one, other = np.nonzero(places.parts[:, None] == places.parts)
    weight = places.dear[places.parts[one]] * places.friction[one] * places.friction[other]
    rows = (EDGES * one[:, None] + ONE).ravel()
    columns = (EDGES * other[:, None] + OTHER).ravel()
    values = np.outer(weight, SIGN[ONE] * SIGN[OTHER]).ravel()
    upper = rows <= columns
    return rows[upper], columns[upper], values[upper]


def of_edges_with_totals(places: Places) -> Entries:
    totals, sideways = places.sideways()
    weight = np.repeat((places.dear * places.shares)[places.parts], EDGES)
    return np.arange(len(totals)), len(totals) + totals, -weight * sideways


def of_totals(places: Places) -> Entries:
    weights = np.bincount(places.surfaces, places.dear * places.shares**2)
    numbers = EDGES * len(places.parts) + np.arange(places.totals)
    return numbers, numbers, np.repeat(weights, 2)


def of_size(places: Places) -> Entries:
    edges = np.arange(EDGES * len(places.parts))
    return edges, edges, np.full(len(edges), W_PUSH)

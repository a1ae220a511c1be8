"""The least work that holds a posture: one convex quadratic program.

    minimize   sum a_i^2 + w_f sum (f_e / u)^2 + w_t sum ((t_c - w_c m_k) / u)^2 + 10 sum (r_j / s_j)^2,   u = body weight / 10
    subject to R^T diag(F) a + K f + r = g - R^T T_P - tau,     0 <= a <= 1,   f >= 0
a: activations, f: support forces along the edges of friction cones, t_c: sideways force on part c (a segment), m_k: all that surface
k gives sideways, shared out by the weights w_c of the parts that lie on it, r: reserves; F: force of a fully active muscle
at its length and along its path; T_P: passive forces; tau: ligaments. Sideways forces that part from this share are made
dear (w_t) at feet, hands and knees: otherwise the program would brace a body between its supports, feet pushing forward and
shoulders back, by friction instead of muscles. Parts that lie (trunk, head, thighs) stick where they are; there it costs
next to nothing. What leaning against a wall needs is shared and is free.
"""

from dataclasses import dataclass

import numpy as np
import piqp
from numpy.typing import NDArray
from scipy import sparse

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

W_PUSH = 1e-3
W_SIDEWAYS = 10.0
W_SIDEWAYS_LYING = 0.01
W_RESERVE = 10.0
SHARE_OF_WEIGHT = 10.0
EDGES = 4
"""Of a friction cone."""
EPS_ABS, EPS_REL = 1e-8, 1e-9


@dataclass(frozen=True)
class Program:
    """min 1/2 z'Pz subject to A z = b, low <= z <= high; z holds activations, edges and sideways totals of
    surfaces (in units of `unit` newtons), reserves (in units of their scale)."""

    quadratic: sparse.csc_matrix
    balance: sparse.csc_matrix
    needed: Vector
    low: Vector
    high: Vector
    muscles: int
    edges: int
    unit: float
    reserve_scale: Vector


@dataclass(frozen=True)
class Solution:
    activations: Vector  # (computed,)
    edges: Vector  # (places * 4,) [N]
    reserves: Vector  # (coordinates,)
    solved: bool


@dataclass(frozen=True)
class Places:
    """Where the body may be pushed: one row a place, then one a part, which is a segment on a surface."""

    push: Matrix  # (coordinates, places * 4): generalized force of each edge at one newton
    friction: Vector  # (places,)
    parts: Numbers  # (places,) number of the part
    surfaces: Numbers  # (parts,) number of the surface
    shares: Vector  # (parts,) of the weight that lies on that surface
    lying: Flags  # (parts,) whether it lies, rather than pushes like a foot or a hand


def program_of(
    pull: Matrix, places: Places, needed: Vector, reserve_scale: Vector, weight_n: float
) -> Program:
    """`pull` (coordinates, muscles): moment of each fully active muscle."""
    muscles, edges, coordinates = pull.shape[1], places.push.shape[1], len(needed)
    unit = weight_n / SHARE_OF_WEIGHT
    sideways, whole = sideways_of(places)
    totals = len(whole)
    costs = push_costs(places, sideways, whole)
    alone = np.concatenate([np.full(muscles, 2.0), np.zeros(len(costs)), np.full(coordinates, 2 * W_RESERVE)])
    balance = np.zeros((coordinates + totals, len(alone)))
    balance[:coordinates, :muscles] = pull
    balance[:coordinates, muscles : muscles + edges] = unit * places.push
    balance[:coordinates, muscles + edges + totals :] = np.diag(reserve_scale)
    balance[coordinates:, muscles : muscles + edges] = whole @ sideways
    balance[coordinates:, muscles + edges : muscles + edges + totals] = -np.eye(totals)
    free = np.full(totals + coordinates, np.inf)
    return Program(
        with_diagonal(costs, muscles, alone),
        sparse.csc_matrix(balance),
        np.concatenate([needed, np.zeros(totals)]),
        np.concatenate([np.zeros(muscles + edges), -free]),
        np.concatenate([np.ones(muscles), np.full(edges, np.inf), free]),
        muscles,
        edges,
        unit,
        reserve_scale,
    )


def sideways_of(places: Places) -> tuple[Matrix, Matrix]:
    """Sideways force of each part, two ways, by the edges of its places, (parts * 2, edges); which of them each surface
    sums, (surfaces * 2, parts * 2)."""
    count, parts = len(places.friction), len(places.surfaces)
    numbers = np.arange(count)
    sideways = np.zeros((parts * 2, count * EDGES))
    for way in (0, 1):
        sideways[places.parts * 2 + way, numbers * EDGES + 2 * way] = places.friction
        sideways[places.parts * 2 + way, numbers * EDGES + 2 * way + 1] = -places.friction
    whole = np.zeros((2 * (int(places.surfaces.max(initial=-1)) + 1), parts * 2))
    for way in (0, 1):
        whole[places.surfaces * 2 + way, np.arange(parts) * 2 + way] = 1.0
    return sideways, whole


def push_costs(places: Places, sideways: Matrix, whole: Matrix) -> Matrix:
    """Of edges and of each surface's sideways totals, (edges + totals, edges + totals)."""
    parting = np.hstack([sideways, -np.repeat(places.shares, 2)[:, None] * whole.T])
    dear = np.repeat(np.where(places.lying, W_SIDEWAYS_LYING, W_SIDEWAYS), 2)
    costs: Matrix = 2 * (parting.T * dear) @ parting
    edges = np.arange(sideways.shape[1])
    costs[edges, edges] += 2 * W_PUSH
    return costs


def with_diagonal(block: Matrix, start: int, diagonal: Vector) -> sparse.csc_matrix:
    """A diagonal with one block laid on it from `start` on."""
    rows, columns = np.nonzero(block)
    places = np.arange(len(diagonal))
    return sparse.csc_matrix(
        (
            np.concatenate([block[rows, columns], diagonal]),
            (np.concatenate([rows + start, places]), np.concatenate([columns + start, places])),
        ),
        shape=(len(diagonal), len(diagonal)),
    )


def solve_program(program: Program) -> Solution:
    solver = piqp.SparseSolver()
    solver.settings.eps_abs = EPS_ABS
    solver.settings.eps_rel = EPS_REL
    nothing = np.zeros(len(program.low))
    solver.setup(
        program.quadratic, nothing, program.balance, program.needed, x_l=program.low, x_u=program.high
    )
    status = solver.solve()
    return split(program, np.asarray(solver.result.x), solved=status == piqp.PIQP_SOLVED)


def split(program: Program, z: Vector, *, solved: bool) -> Solution:
    first, second = program.muscles, program.muscles + program.edges
    return Solution(
        np.clip(z[:first], 0.0, 1.0),
        np.maximum(z[first:second], 0.0) * program.unit,
        z[-len(program.reserve_scale) :] * program.reserve_scale,
        solved,
    )

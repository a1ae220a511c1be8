"""The least work that holds a posture: one convex quadratic program.

    minimize   sum a_i^2 + w_f sum (f_e / u)^2 + w_t sum ((t_c - w_c m_k) / u)^2 + 10 sum (r_j / s_j)^2,   u = body weight / 10
    subject to R^T diag(F) a + K f + r = g - R^T T_P - tau,     0 <= a <= 1,   f >= 0
a: activations, f: support forces along the edges of friction cones, t_c: sideways part at place c, m_k: what surface k
gives sideways, shared out by the weights w_c of the parts that lie on it, r: reserves; F: force of a fully active muscle
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

from karani.muscles.supports import EDGES

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

W_PUSH = 1e-3
W_SIDEWAYS = 10.0
W_SIDEWAYS_LYING = 0.01
W_RESERVE = 10.0
SHARE_OF_WEIGHT = 10.0
EPS_ABS, EPS_REL = 1e-8, 1e-9


@dataclass(frozen=True)
class Program:
    """min 1/2 z'Pz subject to A z = b, low <= z <= high; z holds activations, edges (in units of `unit` newtons),
    reserves (in units of their scale), sideways forces of surfaces."""

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


def program_of(
    *, pull: Matrix, push: Matrix, friction: Vector, floors: Numbers, shares: Vector, lying: Flags, needed: Vector, reserve_scale: Vector,
    weight_n: float,
) -> Program:  # fmt: skip
    """`pull` (coordinates, muscles): moment of each fully active muscle; `push` (coordinates, edges); `floors` (places,):
    number of the surface on which each place lies;
    `shares` (places,): of the weight that lies on that surface; `lying` (places,): whether it is a part that lies."""
    muscles, edges, coordinates = pull.shape[1], push.shape[1], len(needed)
    unit = weight_n / SHARE_OF_WEIGHT
    means = 2 * (int(floors.max()) + 1 if len(floors) else 0)
    parting = sideways_parting(friction, floors, shares, means)
    dear = np.repeat(np.where(lying, W_SIDEWAYS_LYING, W_SIDEWAYS), 2)
    costs = 2 * (parting.T @ sparse.diags_array(dear) @ parting)
    alone = np.concatenate(
        [
            np.full(muscles, 2.0),
            np.full(edges, 2 * W_PUSH),
            np.full(coordinates, 2 * W_RESERVE),
            np.zeros(means),
        ]
    )
    between = sparse.csc_matrix(
        (costs.tocoo().data, spread_rows(costs, muscles, edges, coordinates)), shape=(len(alone),) * 2
    )
    balance = np.hstack([pull, unit * push, np.diag(reserve_scale), np.zeros((coordinates, means))])
    free = np.full(coordinates + means, np.inf)
    return Program(
        sparse.csc_matrix(between + sparse.diags_array(alone)),
        sparse.csc_matrix(balance),
        needed,
        np.concatenate([np.zeros(muscles + edges), -free]),
        np.concatenate([np.ones(muscles), np.full(edges, np.inf), free]),
        muscles,
        edges,
        unit,
        reserve_scale,
    )


def sideways_parting(friction: Vector, floors: Numbers, shares: Vector, means: int) -> sparse.csr_matrix:
    """Sideways force at each place, two ways, less its share of its surface, (places * 2, edges + means)."""
    places = np.arange(len(friction))
    rows = np.concatenate([np.repeat(2 * places + way, 3) for way in (0, 1)])
    columns = np.concatenate(
        [
            np.stack(
                [
                    EDGES * places + 2 * way,
                    EDGES * places + 2 * way + 1,
                    EDGES * len(places) + 2 * floors + way,
                ],
                1,
            ).ravel()
            for way in (0, 1)
        ]
    )
    values = np.tile(np.stack([friction, -friction, -shares], 1).ravel(), 2)
    return sparse.csr_matrix((values, (rows, columns)), shape=(2 * len(places), EDGES * len(places) + means))


def spread_rows(
    costs: sparse.csr_matrix, muscles: int, edges: int, coordinates: int
) -> tuple[Numbers, Numbers]:
    """Where the costs' entries lie among all unknowns: edges follow muscles, means follow reserves."""
    entries = costs.tocoo()
    rows, columns = (
        np.where(places < edges, places + muscles, places + muscles + coordinates)
        for places in (entries.row, entries.col)
    )
    return rows, columns


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
    third = second + len(program.needed)
    return Solution(
        np.clip(z[:first], 0.0, 1.0),
        np.maximum(z[first:second], 0.0) * program.unit,
        z[second:third] * program.reserve_scale,
        solved,
    )

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

from karani.muscles.push_costs import Places, push_costs

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

W_RESERVE = 10.0
SHARE_OF_WEIGHT = 10.0
EPS_ABS, EPS_REL = 1e-8, 1e-9


@dataclass(frozen=True)
class Program:
    """min 1/2 z'Pz subject to A z = b, low <= z <= high; z holds activations, edges and sideways totals of
    surfaces (in units of `unit` newtons), reserves (in units of their scale). Of P the upper triangle is kept."""

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
    pull: Matrix, places: Places, needed: Vector, reserve_scale: Vector, weight_n: float
) -> Program:
    """`pull` (muscles, coordinates): moment of each fully active muscle."""
    muscles, edges, totals = len(pull), len(places.push), places.totals
    unit = weight_n / SHARE_OF_WEIGHT
    free = np.full(totals + len(needed), np.inf)
    return Program(
        quadratic_of(places, muscles, len(needed)),
        balance_of(pull, places, unit, reserve_scale),
        np.concatenate([needed, np.zeros(totals)]),
        np.concatenate([np.zeros(muscles + edges), -free]),
        np.concatenate([np.ones(muscles), np.full(edges, np.inf), free]),
        muscles,
        edges,
        unit,
        reserve_scale,
    )


def quadratic_of(places: Places, muscles: int, coordinates: int) -> sparse.csc_matrix:
    rows, columns, values = push_costs(places)
    pushes = len(places.push) + places.totals
    alone = np.r_[:muscles, muscles + pushes : muscles + pushes + coordinates]
    costs = np.concatenate([np.full(muscles, 2.0), np.full(coordinates, 2 * W_RESERVE)])
    entries = (
        np.concatenate([values, costs]),
        (np.concatenate([rows + muscles, alone]), np.concatenate([columns + muscles, alone])),
    )
    count = muscles + pushes + coordinates
    return sparse.csc_matrix(entries, shape=(count, count))


def balance_of(pull: Matrix, places: Places, unit: float, reserve_scale: Vector) -> sparse.csc_matrix:
    """Each coordinate's balance, then what each surface's sideways total is."""
    muscles, edges, coordinates = len(pull), len(places.push), len(reserve_scale)
    totals, sideways = places.sideways()
    added, lent = muscles + edges + np.arange(places.totals), np.arange(coordinates)
    columns = np.zeros((muscles + edges + places.totals + coordinates, coordinates + places.totals))
    columns[:muscles, :coordinates] = pull
    columns[muscles : muscles + edges, :coordinates] = unit * places.push
    columns[muscles + np.arange(edges), coordinates + totals] = sideways
    columns[added, coordinates + np.arange(places.totals)] = -1.0
    columns[muscles + edges + places.totals + lent, lent] = reserve_scale
    return by_columns(columns)


def by_columns(columns: Matrix) -> sparse.csc_matrix:
    """The matrix whose columns are these rows."""
    filled = columns != 0
    starts = np.concatenate([[0], np.cumsum(filled.sum(axis=1))])
    entries = (columns[filled], np.nonzero(filled)[1], starts)
    return sparse.csc_matrix(entries, shape=columns.shape[::-1])


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

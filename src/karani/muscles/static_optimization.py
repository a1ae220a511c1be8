"""The least work that holds a posture: one convex quadratic program.

    minimize   sum a_i^2 + w_f sum (f_e / u)^2 + w_t sum (t_c / u)^2 + 10 sum (r_j / s_j)^2,      u = body weight / 10
    subject to R^T diag(F) a + K f + r = g - R^T T_P - tau,     0 <= a <= 1,   f >= 0
a: activations, f: support forces along the edges of friction cones, t: their sideways part, r: reserves; F: force of a
fully active muscle at its length and along its path; T_P: passive forces; tau: ligaments. The sideways part is made dear
(w_t), as otherwise the program would brace a body between its supports by friction instead of muscles.
"""

from dataclasses import dataclass

import numpy as np
import piqp
from numpy.typing import NDArray
from scipy import sparse

from karani.muscles.supports import EDGES

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

W_PUSH = 0.01
W_SIDEWAYS = 10.0
W_RESERVE = 10.0
SHARE_OF_WEIGHT = 10.0
EPS_ABS, EPS_REL = 1e-8, 1e-9


@dataclass(frozen=True)
class Program:
    """min 1/2 z'Pz subject to A z = b, low <= z <= high; z holds activations, edges, reserves."""

    quadratic: sparse.csc_matrix
    balance: sparse.csc_matrix
    needed: Vector
    low: Vector
    high: Vector
    muscles: int
    edges: int


@dataclass(frozen=True)
class Solution:
    activations: Vector  # (computed,)
    edges: Vector  # (places * 4,) [N]
    reserves: Vector  # (coordinates,)
    solved: bool


def program_of(
    *, pull: Matrix, push: Matrix, friction: Vector, needed: Vector, reserve_scale: Vector, weight_n: float
) -> Program:
    """`pull` (coordinates, muscles): moment of each fully active muscle; `push` (coordinates, edges)."""
    muscles, edges, coordinates = pull.shape[1], push.shape[1], len(needed)
    unit = weight_n / SHARE_OF_WEIGHT
    quadratic = sparse.block_diag(
        [
            sparse.diags_array(np.full(muscles, 2.0)),
            push_costs(friction, unit),
            sparse.diags_array(2 * W_RESERVE / reserve_scale**2),
        ],
        format="csc",
    )
    balance = sparse.csc_matrix(np.hstack([pull, push, np.eye(coordinates)]))
    free = np.full(coordinates, np.inf)
    return Program(
        sparse.csc_matrix(quadratic),
        balance,
        needed,
        np.concatenate([np.zeros(muscles + edges), -free]),
        np.concatenate([np.ones(muscles), np.full(edges, np.inf), free]),
        muscles,
        edges,
    )


def push_costs(friction: Vector, unit: float) -> sparse.csc_matrix:
    """Each edge by itself, and the difference of opposite edges, which is what pushes sideways."""
    places = len(friction)
    if not places:
        return sparse.csc_matrix((0, 0))
    opposite = np.array([[1.0, -1, 0, 0], [-1, 1, 0, 0], [0, 0, 1, -1], [0, 0, -1, 1]])
    sideways = sparse.kron(sparse.diags_array(2 * W_SIDEWAYS * (friction / unit) ** 2), opposite)
    alone = sparse.diags_array(np.full(places * EDGES, 2 * W_PUSH / unit**2))
    return sparse.csc_matrix(sideways + alone)


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
    return Solution(np.clip(z[:first], 0.0, 1.0), np.maximum(z[first:second], 0.0), z[second:], solved)

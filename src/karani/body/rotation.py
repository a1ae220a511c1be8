"""Turns: rotation vectors [rad], quaternions (w, x, y, z) and matrices."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


def quaternion_of(turn: Vector) -> Vector:
    """The unit quaternion (w, x, y, z) of a rotation vector."""
    half = 0.5 * float(np.sqrt(turn @ turn))
    vector = turn * (0.5 * np.sinc(half / np.pi))
    return np.concatenate([[np.cos(half)], vector])


def matrix_of(turn: Vector) -> Matrix:
    matrix: Matrix = Rotation.from_rotvec(np.array(turn)).as_matrix()
    return matrix


def turned_by(turn: Vector, step: Vector) -> Vector:
    """The rotation vector after a further turn `step` in the turned frame."""
    after: Vector = (Rotation.from_rotvec(np.array(turn)) * Rotation.from_rotvec(step)).as_rotvec()
    return after


def turn_about(axis: str, angle_deg: float) -> Vector:
    """The rotation vector of one turn about a world axis."""
    turn: Vector = Rotation.from_euler(axis, angle_deg, degrees=True).as_rotvec()
    return turn

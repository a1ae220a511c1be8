"""The independent coordinates of the body, and how every joint follows them.

    q_i = q0_i + sum_k c_ik x_j(i)^k          every degree of freedom i follows one coordinate j(i)
    qvel = G(x) dx/dt,  G_ij = sum_k k c_ik x_j^(k-1)

x holds, in this order: the pelvis' place (3) [m] and turn (3) [rad, a rotation vector], then joint angles [rad]:
lumbar 3, mid-thoracic 3, neck 4, each arm 7 and the curl of its fingers, each leg 7. All other joints are quartic
polynomials of these (knee slide, kneecap, shoulder girdle, lumbar levels). The velocity that belongs to the
pelvis' turn is the angular velocity in the pelvis' own frame, so G is the identity there.
Signs are the model's: standing along +z, facing -y, right is -x; hip, knee and elbow flexion +, ankle dorsiflexion +,
hip adduction +, flex_extension (lumbar) extension +, thoracic, neck and head flexion +.
"""

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.repairs.lumbar_shares import COORDINATES as LUMBAR
from karani.body.repairs.lumbar_shares import lumbosacral_share
from karani.body.rotation import quaternion_of

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

ROOT = ("pelvis_x", "pelvis_y", "pelvis_z", "pelvis_turn_x", "pelvis_turn_y", "pelvis_turn_z")
FINGERS = ("mcp2_flexion", "mcp3_flexion", "mcp4_flexion", "mcp5_flexion", "pm", "md")
HAND_JOINTS = ("cmc", "mp_", "ip_", "mcp", "pm", "md")
FINGER_RANGE = (0.0, np.radians(90))
POWERS = 5
DEG = np.pi / 180


@dataclass(frozen=True)
class Coordinates:
    """Names, limits and couplings. `follows` and `couplings` are per degree of freedom after the root's six."""

    names: tuple[str, ...]
    low: Vector  # (coordinates,)
    high: Vector  # (coordinates,)
    follows: NDArray[np.int64]  # (dofs,) the coordinate that moves it
    couplings: Matrix  # (dofs, powers)
    rest: Vector  # (positions,) of the model

    @property
    def count(self) -> int:
        return len(self.names)

    def number(self, name: str) -> int:
        return self.names.index(name)

    def positions(self, x: Vector) -> Vector:
        """The model's qpos, (positions,)."""
        joints = self.rest[7:] + polynomials(self.couplings.T, x[self.follows])
        return np.concatenate([x[:3], quaternion_of(x[3:6]), joints])

    def rates(self, x: Vector) -> Vector:
        """dq/dx of each degree of freedom after the root's six by the coordinate it follows, (dofs,)."""
        return polynomials(self.couplings.T[1:] * np.arange(1, POWERS)[:, None], x[self.follows])

    def jacobian(self, x: Vector) -> Matrix:
        """G = d qvel / d (dx/dt), (velocities, coordinates)."""
        dofs = len(self.follows)
        matrix = np.zeros((6 + dofs, self.count))
        matrix[:6, :6] = np.eye(6)
        matrix[6 + np.arange(dofs), self.follows] = self.rates(x)
        return matrix


def polynomials(coefficients: Matrix, values: Vector) -> Vector:
    """The polynomial of each value (values,); `coefficients` (powers, values), the constant first."""
    whole: Vector = coefficients[-1]
    for coefficient in coefficients[-2::-1]:
        whole = whole * values + coefficient
    return whole


def read_coordinates(model: mujoco.MjModel) -> Coordinates:
    joints = [model.joint(number).name for number in range(1, model.njnt)]
    coupled = coupled_joints(model)
    own = [name for name in joints if name not in coupled and not name.startswith(HAND_JOINTS)]
    names = (*ROOT, *own, "finger_flexion_r", "finger_flexion_l")
    follows = np.zeros(len(joints), dtype=np.int64)
    couplings = np.zeros((len(joints), POWERS))
    for row, name in enumerate(joints):
        driver, polynomial = coupling_of(name, coupled)
        follows[row] = names.index(driver)
        couplings[row] = polynomial
    low, high = limits(model, names)
    return Coordinates(names, low, high, follows, couplings, model.qpos0.copy())


def coupled_joints(model: mujoco.MjModel) -> dict[str, tuple[str, Vector]]:
    """Joint name -> the joint it follows and the polynomial; a locked joint follows the first with a constant."""
    coupled = {}
    for equality in range(model.neq):
        joint = model.joint(int(model.eq_obj1id[equality])).name
        leader = int(model.eq_obj2id[equality])
        polynomial = model.eq_data[equality, :POWERS].copy()
        coupled[joint] = (model.joint(leader).name if leader >= 0 else ROOT[0], polynomial)
    return coupled


def coupling_of(name: str, coupled: dict[str, tuple[str, Vector]]) -> tuple[str, Vector]:
    if name in coupled:
        driver, polynomial = coupled[name]
        gain = lumbosacral_share(driver) if driver in LUMBAR else 1.0
        return driver, polynomial * gain ** np.arange(POWERS)
    if name.startswith(HAND_JOINTS):
        curls = name.startswith(FINGERS)
        return finger_coordinate(name), np.array([0.0, float(curls), 0, 0, 0])
    gain = lumbosacral_share(name) if name in LUMBAR else 1.0
    return name, np.array([0.0, gain, 0, 0, 0])


def finger_coordinate(joint: str) -> str:
    """Some right-hand joints of the model carry no side in their names."""
    return "finger_flexion_l" if joint.endswith("_l") else "finger_flexion_r"


def limits(model: mujoco.MjModel, names: tuple[str, ...]) -> tuple[Vector, Vector]:
    ranges = [(-np.inf, np.inf)] * len(ROOT)
    for name in names[len(ROOT) :]:
        ranges.append(FINGER_RANGE if name.startswith("finger") else tuple(model.joint(name).range))
    low, high = np.array(ranges, dtype=np.float64).T
    return low, high

"""The paths of muscles in space, as the model wraps them: for drawing and for looking, not for forces."""

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body, move

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
ENDS = 2


def muscle_paths(body: Body, x: Vector) -> dict[str, Matrix]:
    """Points (points, 3) [m] along every muscle from origin to insertion at coordinates `x`, by the model's name."""
    model, data = body.model, move(body, x)
    mujoco.mj_tendon(model, data)
    places = data.wrap_xpos.reshape(-1, 3)
    paths = {}
    for number, name in enumerate(body.muscles):
        tendon = int(model.actuator_trnid[number, 0])
        first, count = int(data.ten_wrapadr[tendon]), int(data.ten_wrapnum[tendon])
        if count >= ENDS:
            paths[name] = places[first : first + count].copy()
    return paths


def sided(path: str, side: str) -> str:
    """The model's name of a path of one side; those of the right arm carry no ending."""
    if side == "left":
        return f"{path}_l"
    return path if path[0].isupper() and is_of_arm(path) else f"{path}_r"


def is_of_arm(path: str) -> bool:
    trunk = ("Ps_", "IL_", "LTp", "QL_", "MF_", "EO", "IO")
    return not path.startswith(trunk)

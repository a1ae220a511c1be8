"""The baked skin of one body: points, triangles, what they follow and what they wear."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.errors import FigureError
from karani.figure.bake.skin_file import BREATH_STEP_M, FIELD_STEP_M
from karani.figure.mesh import Floats, Ints

FOLDER = Path(__file__).parents[1] / "static" / "skins"
CURVE = "curve_"


@dataclass(frozen=True, eq=False)
class Skin:
    points: Floats  # (points, 3) in the bind posture [m]
    triangles: Ints  # (triangles, 3)
    bodies: tuple[str, ...]
    body_index: Ints  # (points, 4)
    weights: Floats  # (points, 4)
    bind_positions: Floats  # (bodies, 3)
    bind_rotations: Floats  # (bodies, 3, 3)
    leggings: Floats  # (points,) [m] inside the border, below 0 outside
    top: Floats
    hair: Floats
    part: Ints  # (points,)
    detail: Ints
    breath: Floats  # (points,) [m] outward at the end of breathing in
    curves: dict[str, Floats]  # (points, 3) each, on the head


@lru_cache(maxsize=4)
def read_skin(name: str) -> Skin:
    """The skin of that name as the build laid it down; FigureError when the build left it out."""
    path = FOLDER / f"{name}.npz"
    try:
        with np.load(path) as file:
            return skin_of(dict(file))
    except OSError as error:
        raise FigureError(f"There is no skin {name!r} in this installation; build Karani again.") from error


def skin_of(arrays: dict[str, Any]) -> Skin:
    return Skin(
        points=arrays["points"] / 65535.0 * arrays["span"].astype(float) + arrays["low"],
        triangles=arrays["triangles"].astype(np.int64),
        bodies=tuple(arrays["bodies"].tolist()),
        body_index=arrays["body_index"].astype(np.int64),
        weights=arrays["weights"] / 255.0,
        bind_positions=arrays["bind_positions"].astype(float),
        bind_rotations=arrays["bind_rotations"].astype(float),
        leggings=lengths(arrays["leggings"], FIELD_STEP_M),
        top=lengths(arrays["top"], FIELD_STEP_M),
        hair=lengths(arrays["hair"], FIELD_STEP_M),
        part=arrays["part"].astype(np.int64),
        detail=arrays["detail"].astype(np.int64),
        breath=lengths(arrays["breath"], BREATH_STEP_M),
        curves={
            name.removeprefix(CURVE): array.astype(float) for name, array in arrays.items() if CURVE in name
        },
    )


def lengths(steps: NDArray[Any], step_m: float) -> Floats:
    return steps * step_m

"""The body to be turned: bones once as bytes, and for each posture where they are and where the muscles run.

Bytes, little endian: numbers of points, triangles and bodies (3 x uint32); points (int16 x 3, tenths of a millimeter in
the frame of their body); triangles (uint16 x 3); owners (uint8); the bodies' names as JSON.
"""

import json
from typing import Any

import numpy as np

from karani.body import Body, muscle_paths
from karani.body.muscle_groups import muscle_group, muscle_side
from karani.body.posture import Posture
from karani.body.scaling import body_axes
from karani.figure.camera import Camera
from karani.figure.mesh import Floats
from karani.figure.plate.bones import CHEST, LOWER_CHEST, SPLIT_M, Bones, size_of
from karani.figure.plate.lines import sampled
from karani.figure.plate.shade import Shades, shade_of
from karani.figure.viewpoint import usual_camera

TENTHS_OF_MM = 10_000
POINTS = 10
HAND = "forearm-and-hand"


def bones_to_bytes(bones: Bones) -> bytes:
    names = (*bones.bodies, LOWER_CHEST)
    chest = bones.bodies.index(CHEST)
    low = (bones.owner == chest) & (bones.points[:, 1] < sum(SPLIT_M) / 2)
    owner = np.where(low, len(bones.bodies), bones.owner)
    counts = np.array([len(bones.points), len(bones.triangles), len(names)], dtype="<u4")
    return b"".join([
        counts.tobytes(),
        np.rint(bones.points * TENTHS_OF_MM).astype("<i2").tobytes(),
        bones.triangles.astype("<u2").tobytes(),
        owner.astype("u1").tobytes(),
        json.dumps(names).encode(),
    ])  # fmt: skip


def posture_in_space(
    posture: Posture, body: Body, bones: Bones, shades: Shades, camera: Camera | None = None
) -> dict[str, Any]:
    """`places` [m]: of each body three rows of a 3 x 4 matrix; `muscles`: points along each path and how it is colored."""
    seen = camera or usual_camera(posture.frames)
    return {
        "azimuth_deg": seen.azimuth_deg,
        "elevation_deg": seen.elevation_deg,
        "places": {name: matrix_of(name, posture, body) for name in (*bones.bodies, LOWER_CHEST)},
        "muscles": [
            {**described(name, shades), "points": rounded(sampled(path, POINTS))}
            for name, path in muscle_paths(body, posture.coordinates).items()
            if muscle_group(name) != HAND
        ],
    }


def matrix_of(name: str, posture: Posture, body: Body) -> list[float]:
    place, turn = posture.frames[name]
    axes = body_axes(body.model, body.factors)[body.model.body(name).id] * size_of(name)
    return rounded(np.column_stack([turn * axes, place]))


def described(muscle: str, shades: Shades) -> dict[str, Any]:
    group, side = muscle_group(muscle), muscle_side(muscle)
    shade = shade_of(shades, group, side)
    return {"group": group, "state": str(shade.state), "step": shade.step}


def rounded(values: Floats) -> list[float]:
    return [round(value, 4) for value in values.ravel().tolist()]

"""Fifteen leg muscles run where Lai 2017 and Uhlrich 2022 put them.

myo-sim's legs follow Rajagopal 2016. Since then the knee's muscles were given paths that hold for deep knee bends, and
the abductors ones that agree with measured moment arms; as shipped, their lengths differ by up to 23 mm. The places of
their points and wrap surfaces stand in content/physiology/leg_paths.toml: found by fitting lengths and moment arms in
every second posture of the published model's own output (tests/authorities/opensim_leg_muscles.csv); the other
postures then agree equally well (docs/models/body.md). The left leg mirrors the right.
"""

import tomllib
from typing import Any

import mujoco
import numpy as np

from karani.library.packaged import PACKAGED_CONTENT

MILLIMETERS = 1000.0
MIRROR = {"r": (1.0, 1.0, 1.0), "l": (1.0, 1.0, -1.0)}


def reroute_leg_muscles(spec: mujoco.MjSpec) -> None:
    for path in read_paths().values():
        for side in "rl":
            place_points(spec, path.get("points", {}), side)
            place_wraps(spec, path.get("wraps", {}), side)


def read_paths() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "leg_paths.toml").read_text("utf-8"))


def place_points(spec: mujoco.MjSpec, points: dict[str, list[float]], side: str) -> None:
    for name, place in points.items():
        spec.site(f"{name}_{side}").pos = np.array(place) / MILLIMETERS * MIRROR[side]


def place_wraps(spec: mujoco.MjSpec, wraps: dict[str, dict[str, Any]], side: str) -> None:
    for name, wrap in wraps.items():
        geom = spec.geom(f"{name}_{side}")
        geom.pos = np.array(wrap["place"]) / MILLIMETERS * MIRROR[side]
        size = np.array(geom.size)
        size[0] = wrap["radius"] / MILLIMETERS
        geom.size = size

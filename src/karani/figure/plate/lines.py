"""The lines of a drawn muscle in space: paths of the model or places of the atlas, evenly sampled."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from scipy.interpolate import interp1d

from karani.body.body import Frames
from karani.body.muscle_paths import sided
from karani.figure.mesh import Floats
from karani.figure.plate.atlas import DrawnMuscle

SAMPLES = 25
BETWEEN = 6
"""Lines laid between two neighbors of a sheet."""
BENT = 3
"""From so many lines on, a sheet is curved across."""
CHEST = "torso"


class Limb(NamedTuple):
    joints: tuple[str, ...]
    outside_m: float
    """From the bone: a little outside the skin."""


LEG = Limb(("femur_r", "tibia_r", "talus_r"), 0.075)
ARM = Limb(("humerus_r", "ulna_r", "lunate_r"), 0.05)
FORWARD_UP_RIGHT = np.array([[0.0, -1, 0], [0, 0, 1], [-1, 0, 0]])
"""Rows: where the atlas' forward, up and right point in the bind posture."""


def lines_of(muscle: DrawnMuscle, side: str, paths: Mapping[str, Floats], bind: Frames) -> list[Floats]:
    """Each (SAMPLES, 3); places hold for the bind posture and the right side only."""
    lines = [sampled(paths[sided(line, side)]) for line in muscle.lines]
    middle = bind[CHEST][0]
    lines += [sampled(line @ FORWARD_UP_RIGHT + middle) for line in muscle.places]
    lines += [sampled(round_limb(line, LEG, bind)) for line in muscle.leg]
    return lines + [sampled(round_limb(line, ARM, bind)) for line in muscle.arm]


def round_limb(line: Floats, limb: Limb, bind: Frames) -> Floats:
    """Points outside a right limb at these places along it and angles round it, (points, 3)."""
    joints = np.array([bind[name][0] for name in limb.joints])
    along, angle = line[:, 0], np.radians(line[:, 1])[:, None]
    middle = interp1d(np.arange(len(joints)), joints, axis=0, fill_value="extrapolate")(along)
    front = np.array([0.0, -1, 0])
    outside = np.cross(joints[-1] - joints[0], front)
    outside /= np.linalg.norm(outside)
    return np.asarray(middle + limb.outside_m * (np.cos(angle) * front + np.sin(angle) * outside))


def sampled(line: Floats, count: int = SAMPLES) -> Floats:
    """The same line with points at even distances, its corners rounded."""
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    steps = np.linspace(0, along[-1], count)
    even = np.column_stack([np.interp(steps, along, line[:, axis]) for axis in range(3)])
    for _ in range(3):
        even[1:-1] = (even[:-2] + 2 * even[1:-1] + even[2:]) / 4
    return even


def loft(lines: list[Floats]) -> Floats:
    """Lines of a sheet and lines between them, (lines, samples, 3)."""
    kind = "quadratic" if len(lines) >= BENT else "linear"
    between = interp1d(np.arange(len(lines)), np.array(lines), axis=0, kind=kind)
    return np.asarray(between(np.linspace(0, len(lines) - 1, (len(lines) - 1) * BETWEEN + 1)))

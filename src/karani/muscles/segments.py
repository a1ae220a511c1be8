"""The parts of a body that can rest on something: what each is called, weighs, and whether it lies or pushes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.body.motion import Carrier

LYING = ("pelvis", "sacrum", "thorax", "torso", "head", "femur", "humerus")
LEAST_MASS_KG = 1e-3


@dataclass(frozen=True)
class Segments:
    """In the carrier's order."""

    names: tuple[str, ...]
    masses: NDArray[np.float64]  # (segments,) [kg]
    lies: NDArray[np.bool_]  # (segments,)


def segments_of(body: Body, carrier: Carrier) -> Segments:
    names = tuple(body.model.body(int(segment)).name for segment in carrier.segments)
    lies = np.array([name.startswith(LYING) for name in names], dtype=np.bool_)
    return Segments(names, body.model.body_mass[carrier.segments] + LEAST_MASS_KG, lies)

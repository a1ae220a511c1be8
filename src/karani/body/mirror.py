"""The same posture with right and left exchanged: who lay on the right side lies on the left."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body, segment_frames
from karani.body.posture import ContactPoint, Posture
from karani.body.space import MIRROR_BREAKING

Vector = NDArray[np.float64]


def mirror_image(posture: Posture, body: Body) -> Posture:
    """Surfaces are left out: what lay under one side would lie under the other."""
    x = mirrored_coordinates(posture.coordinates, body)
    return replace(
        posture,
        coordinates=x,
        frames=segment_frames(body, x),
        joints_deg={name: float(np.degrees(x[body.coordinates.number(name)])) for name in posture.joints_deg},
        contacts=tuple(mirrored_contact(contact) for contact in posture.contacts),
    )


def mirrored_coordinates(x: Vector, body: Body) -> Vector:
    names = body.coordinates.names
    after = np.array([x[names.index(other_name(name))] for name in names])
    breaking = [number for number, name in enumerate(names) if name in MIRROR_BREAKING]
    after[breaking] *= -1
    after.setflags(write=False)
    return after


def mirrored_contact(contact: ContactPoint) -> ContactPoint:
    x, y, z = contact.place_m
    return replace(contact, segment=other_name(contact.segment), place_m=(-x, y, z))


def other_name(name: str) -> str:
    if name.endswith("_r"):
        return f"{name[:-2]}_l"
    return f"{name[:-2]}_r" if name.endswith("_l") else name

"""Postures of a free body, made of joint angles alone."""

from collections.abc import Mapping

import numpy as np

from karani.body import Body, coordinates_from_deg, segment_frames
from karani.body.posture import Posture
from karani.body.surfaces import FLOOR, Surface


def free_posture(body: Body, joints_deg: Mapping[str, float], *surfaces: Surface) -> Posture:
    """Standing free with these joint angles [deg], its soles near the floor."""
    coordinates = coordinates_from_deg(body, joints_deg)
    coordinates[0] = 0.0
    return Posture(
        pose="free",
        person=body.person,
        coordinates=coordinates,
        joints_deg={
            name: float(np.degrees(value))
            for name, value in zip(body.coordinates.names, coordinates, strict=True)
        },
        frames=segment_frames(body, coordinates),
        heights_cm={},
        contacts=(),
        surfaces=(FLOOR, *surfaces),
        settings={},
        wall_distance_cm=None,
        solved=True,
        residual_cm=0.0,
        outcome="",
    )

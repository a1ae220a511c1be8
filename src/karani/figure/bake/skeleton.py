"""The skeleton in the bind posture, at the size it comes in."""

from dataclasses import dataclass

import numpy as np

from karani.body import Body
from karani.figure.bind import bind_frames
from karani.figure.mesh import Floats


@dataclass(frozen=True)
class Skeleton:
    positions: dict[str, Floats]  # (3,) per body [m], the middle of the pelvis at x = 0
    rotations: dict[str, Floats]  # (3, 3) per body
    anchors: dict[str, Floats]  # (3,) per joint [m]


def bind_skeleton(body: Body) -> Skeleton:
    frames = bind_frames(body)
    middle = np.array([frames["pelvis"][0][0], 0, 0])
    return Skeleton(
        positions={name: place - middle for name, (place, _) in frames.items()},
        rotations={name: turn for name, (_, turn) in frames.items()},
        anchors={
            body.model.joint(joint).name: body.data.xanchor[joint] - middle
            for joint in range(body.model.njnt)
        },
    )

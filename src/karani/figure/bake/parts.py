"""Which part of the body each point belongs to, and how deep a step must be there to be drawn as a line."""

from enum import IntEnum

import numpy as np

from karani.figure.bake.makehuman import Floats, Ints


class Part(IntEnum):
    TRUNK = 0
    HEAD = 1
    LEFT_ARM = 2
    RIGHT_ARM = 3
    LEFT_LEG = 4
    RIGHT_LEG = 5


class Detail(IntEnum):
    BODY = 0
    HEAD = 1
    EAR = 2
    EYE = 3
    FINGERS = 4
    TOES = 5


LEG = ("femur", "tibia", "talus", "calcn", "toes")
ARM = ("humerus", "ulna", "radius", "capitate", "firstmc", "proximal_thumb", "distal_thumb")
HAND = ("capitate", "firstmc", "proximal_thumb", "distal_thumb")


def part_of(body: str) -> Part:
    left = body.endswith("_l")
    if body in {"head", "neck"}:
        return Part.HEAD
    if body.startswith(LEG):
        return Part.LEFT_LEG if left else Part.RIGHT_LEG
    if body.startswith(ARM) or is_finger(body):
        return Part.LEFT_ARM if left else Part.RIGHT_ARM
    return Part.TRUNK


def is_finger(body: str) -> bool:
    return "proxph" in body or body.startswith(("midph", "distph"))


def part_weights(bodies: list[str], weights: Floats) -> Floats:
    """(points, parts): how far each point belongs to each part."""
    sums = np.zeros((len(weights), len(Part)))
    for column, body in enumerate(bodies):
        sums[:, part_of(body)] += weights[:, column]
    return sums


def detail_of(body: str) -> Detail:
    if body.startswith(HAND) or is_finger(body):
        return Detail.FINGERS
    if body.startswith("toes"):
        return Detail.TOES
    return Detail.HEAD if body in {"head", "neck"} else Detail.BODY


def details(bodies: list[str], weights: Floats) -> Ints:
    kinds = np.array([detail_of(body) for body in bodies])
    return np.asarray(kinds[weights.argmax(1)])

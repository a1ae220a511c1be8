"""What a figure shows, in words made from the posture: how the body lies, its legs, its arms, what touches what."""

import tomllib
from functools import cache

import numpy as np

from karani.body.body import Frames
from karani.body.posture import ContactPoint, Posture
from karani.figure.mesh import Floats
from karani.library.packaged import PACKAGED_CONTENT

FORWARD, UP = 0, 1
"""Columns of the chest's rotation."""
MOSTLY, PARTLY = 0.72, 0.42
LOW_M, KNEE_HIGH_M, KNEES_DOWN_M = 0.30, 0.62, 0.16
STRAIGHT_DEG = 30.0
WIDE_M = 0.45
HANDS = ("hands",)


def describe(posture: Posture) -> str:
    """One sentence, such as: Lying on the back, legs straight up, heels touching the wall, arms beside the body."""
    parts = [position(posture.frames), legs(posture), *touches(posture.contacts), arms(posture.frames)]
    return sentence([part for part in parts if part])


def sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def position(frames: Frames) -> str:
    chest = frames["torso"][1]
    up, front = chest[2, UP], chest[2, FORWARD]
    hips = frames["pelvis"][0][2]
    if up > MOSTLY:
        return upright(hips)
    if up < -MOSTLY and feet_above_hips(frames):
        return "upside down"
    if front > PARTLY:
        return "lying on the back" if up < PARTLY else "leaning back"
    if front > -PARTLY and up > -MOSTLY:
        return "lying on the side"
    return folded(frames, hips)


def folded(frames: Frames, hips: float) -> str:
    if mean_place(frames, "tibia")[2] > KNEES_DOWN_M:
        return "standing, folded forward"
    return "on hands and knees" if hips > LOW_M else "kneeling, folded forward"


def upright(hips: float) -> str:
    if hips > KNEE_HIGH_M:
        return "standing"
    return "sitting" if hips < LOW_M else "kneeling"


def feet_above_hips(frames: Frames) -> bool:
    return bool(mean_place(frames, "talus")[2] > frames["pelvis"][0][2])


def legs(posture: Posture) -> str:
    frames = posture.frames
    thigh = direction(frames, "femur", "tibia")
    shank = direction(frames, "tibia", "talus")
    bend = np.mean([posture.joints_deg[f"knee_angle_{side}"] for side in "rl"])
    if bend < STRAIGHT_DEG:
        return straight_legs(thigh)
    if gap(frames, "tibia") > WIDE_M:
        return "knees open to the sides"
    if thigh[2] > PARTLY:
        return "knees bent, feet down" if shank[2] < -PARTLY else "knees bent above the hips"
    return "knees bent"


def straight_legs(thigh: Floats) -> str:
    if thigh[2] > MOSTLY:
        return "legs straight up"
    if thigh[2] < -MOSTLY:
        return "legs straight"
    return "legs raised" if thigh[2] > PARTLY else "legs stretched out"


def touches(contacts: tuple[ContactPoint, ...]) -> list[str]:
    """What touches wall, prop or body, and hands on the floor; each said once."""
    said: dict[str, None] = {}
    for contact in sorted(contacts, key=lambda contact: contact.surface == "floor"):
        notable = contact.surface != "floor" or contact.part.startswith(HANDS)
        if notable and contact.part in part_words():
            said[f"{part_words()[contact.part]} {surface_words(contact.surface)}"] = None
    return list(said)


def surface_words(surface: str) -> str:
    words = tables()["surfaces"]
    return str(words.get(surface, f"on the {surface}"))


def arms(frames: Frames) -> str:
    chest = frames["torso"][1]
    arm = direction(frames, "humerus", "ulna")
    along, front = float(arm @ chest[:, UP]), float(arm @ chest[:, FORWARD])
    if along > MOSTLY:
        return "arms beyond the head"
    if front > MOSTLY:
        return "arms to the front"
    return "arms beside the body" if along < -PARTLY else "arms out to the sides"


def direction(frames: Frames, start: str, end: str) -> Floats:
    """From one joint to the next: the mean of both sides' unit directions."""
    ways = [frames[f"{end}_{side}"][0] - frames[f"{start}_{side}"][0] for side in "rl"]
    return np.asarray(sum(way / np.linalg.norm(way) for way in ways) / 2)


def mean_place(frames: Frames, body: str) -> Floats:
    return np.asarray((frames[f"{body}_r"][0] + frames[f"{body}_l"][0]) / 2)


def gap(frames: Frames, body: str) -> float:
    return float(np.linalg.norm(frames[f"{body}_r"][0] - frames[f"{body}_l"][0]))


def part_words() -> dict[str, str]:
    return tables()["parts"]


@cache
def tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((PACKAGED_CONTENT / "figure" / "words.toml").read_text("utf-8"))

"""Which segment each of the model's bodies belongs to, and what is known of segments."""

import tomllib
from functools import cache
from typing import Any

from karani.library.packaged import PACKAGED_CONTENT

SEGMENTS = ("head", "trunk", "upper_arm", "forearm", "hand", "thigh", "shank", "foot")
STARTS = {
    "head": ("head", "neck"),
    "upper_arm": ("humerus",),
    "forearm": ("ulna", "radius"),
    "thigh": ("femur", "patella"),
    "shank": ("tibia",),
    "foot": ("talus", "calcn", "toes"),
    "hand": (
        "lunate",
        "scaphoid",
        "pisiform",
        "triquetrum",
        "capitate",
        "trapez",
        "hamate",
        "firstmc",
        "secondmc",
        "thirdmc",
        "fourthmc",
        "fifthmc",
        "proximal_thumb",
        "distal_thumb",
        "2",
        "3",
        "4",
        "5",
        "midph",
        "distph",
    ),
}
"""How the names of a segment's bodies begin; every other body is of the trunk."""


def segment_of(body_name: str) -> str:
    if body_name == "head_attach":
        return "trunk"
    return next((segment for segment, starts in STARTS.items() if body_name.startswith(starts)), "trunk")


@cache
def segment_facts() -> dict[str, Any]:
    """`mass_share` and `width_factor` by sex; sources stand in the file."""
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "segments.toml").read_text("utf-8"))

"""What is said to a person whose own distance from the wall is known: where their body rests, in words."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Step

Distances = Mapping[str, float]
"""By pose: how far from the wall this person rests [cm]."""
NONE_KNOWN: Distances = MappingProxyType({})


def settled_step(step: Step, distance_cm: float | None) -> Step:
    """The step with the person's own distance in its cue, where it has such a cue and the distance is known."""
    if distance_cm is None or not step.settled_cue:
        return step
    return replace(step, cue=step.settled_cue.format(distance=distance_words(distance_cm)))


def distance_words(distance_cm: float) -> str:
    """25 cm as "a forearm"."""
    return next(words for up_to_cm, words in distances() if distance_cm <= up_to_cm)


@cache
def distances() -> tuple[tuple[float, str], ...]:
    text = (PACKAGED_CONTENT / "vocabulary" / "distances.toml").read_text("utf-8")
    return tuple((float(row["up_to_cm"]), str(row["words"])) for row in tomllib.loads(text)["distances"])

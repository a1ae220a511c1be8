"""How a distance from the wall is said, by what everybody carries along, and the cues that say one."""

import tomllib
from dataclasses import replace
from functools import cache

from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose, Step


def settled_step(step: Step, distance_cm: float | None) -> Step:
    """The step with the person's own distance in its cue, where it has such a cue and the distance is known."""
    if distance_cm is None or not step.settled_cue:
        return step
    return told(step, distance_words(distance_cm))


def every_settled_step(step: Step) -> list[Step]:
    """As the step is said at each distance; none where its cue says no distance."""
    return [told(step, words) for _, words in distances()] if step.settled_cue else []


def told(step: Step, words: str) -> Step:
    return replace(step, cue=step.settled_cue.format(distance=words))


def says_distance(pose: Pose) -> bool:
    """Whether a cue of this pose names the person's own distance."""
    return pose.steps is not None and any(step.settled_cue for step in pose.steps.enter)


def distance_words(distance_cm: float) -> str:
    """25 cm as "a forearm"."""
    return next(words for up_to_cm, words in distances() if distance_cm <= up_to_cm)


@cache
def distances() -> tuple[tuple[float, str], ...]:
    text = (PACKAGED_CONTENT / "vocabulary" / "distances.toml").read_text("utf-8")
    return tuple((float(row["up_to_cm"]), str(row["words"])) for row in tomllib.loads(text)["distances"])

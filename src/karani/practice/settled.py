"""What is said to a person whose own distance from the wall is known: where their body rests, in words."""

import tomllib
from dataclasses import replace
from functools import cache

from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose, Step
from karani.practice.own_body import Rest


def settled_step(step: Step, distance_cm: float | None) -> Step:
    """The step with the person's own distance in its cue, where it has such a cue and the distance is known."""
    if distance_cm is None or not step.settled_cue:
        return step
    return replace(step, cue=step.settled_cue.format(distance=distance_words(distance_cm)))


def says_distance(pose: Pose) -> bool:
    """Whether a cue of this pose names the person's own distance."""
    return pose.steps is not None and any(step.settled_cue for step in pose.steps.enter)


def distance_words(distance_cm: float) -> str:
    """25 cm as "a forearm"."""
    return next(words for up_to_cm, words in distances() if distance_cm <= up_to_cm)


def tell_rest(rest: Rest) -> str:
    """The person's own distance, and from where to where it stays restful, as a sentence to read."""
    words = distance_words(rest.distance_cm)
    told = f"For your body: about {words} from the wall, {rest.distance_cm:.0f} cm"
    if rest.nearest_cm is None or rest.farthest_cm is None:
        return f"{told}. No distance is quite restful; this one asks the least."
    if not rest.nearest_cm <= rest.distance_cm <= rest.farthest_cm:
        return f"{told}; quite restful only between {rest.nearest_cm:.0f} and {rest.farthest_cm:.0f} cm."
    return f"{told}; restful between {rest.nearest_cm:.0f} and {rest.farthest_cm:.0f} cm."


@cache
def distances() -> tuple[tuple[float, str], ...]:
    text = (PACKAGED_CONTENT / "vocabulary" / "distances.toml").read_text("utf-8")
    return tuple((float(row["up_to_cm"]), str(row["words"])) for row in tomllib.loads(text)["distances"])

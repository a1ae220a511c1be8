"""Where a body settles in a pose: the nearest to the wall at which it still rests.

Of what a pose leaves free (its distance from the wall), and of what gives way a little by itself (the roll of the pelvis, a
bend of the knees), people find what costs least. With effort(d) the sum of squared activations of the settled body at
distance d, the advice is the least d with effort(d) < RESTFUL, found by halving; the band goes from there to the
farthest that rests. Numbers: content/physiology/ease.toml.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from karani.body import Posture
from karani.body.solve_posture import solve_spec
from karani.errors import BodyError
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose, PostureSpec
from karani.muscles.model import MuscleModel
from karani.muscles.muscles import Muscles
from karani.muscles.solve_muscles import effort_of, solve_muscles

RESTFUL = 0.05
"""Sum of squared activations below which a posture is held by next to nothing."""
FOLLOWING, FIRM = 0.1, 2.5
"""Firmness of angles that follow, and of those that are chosen."""
STEP = 2.0
"""How finely a distance is told [cm]."""
COARSE = 4


@dataclass(frozen=True)
class Settled:
    """One way of being in the pose."""

    setting: float
    posture: Posture
    effort: float


@dataclass(frozen=True)
class Eased:
    """`setting` in the unit of its name; `band`: from the nearest to the farthest that stays restful, None if none does."""

    name: str
    setting: float
    band: tuple[float, float] | None
    posture: Posture
    muscles: Muscles

    @property
    def restful(self) -> bool:
        return self.band is not None


def ease(pose: Pose, model: MuscleModel) -> Eased:
    """Where this body rests in a pose that leaves a distance free; BodyError for one that does not."""
    name = eased_setting(pose)
    free = pose.posture.free[name]
    tries = Tries(pose, model, name, {})
    nearest = nearest_restful(tries, free.least, free.most)
    if nearest is None:
        best = min(tries.seen.values(), key=lambda settled: settled.effort)
        return Eased(name, best.setting, None, best.posture, solve_muscles(best.posture, model))
    band = (nearest.setting, farthest_restful(tries, nearest.setting, free.most))
    posture = as_in_the_pose(tries, nearest).posture
    return Eased(name, nearest.setting, band, posture, solve_muscles(posture, model))


def eases(pose: Pose) -> bool:
    """Whether the pose leaves free what a body can settle by."""
    return any(name in settling() for name in pose.posture.free)


def eased_setting(pose: Pose) -> str:
    for name in pose.posture.free:
        if name in settling():
            return name
    raise BodyError(f"{pose.slug} leaves nothing free to settle by. What may be: {', '.join(settling())}.")


@dataclass(frozen=True)
class Tries:
    """What was tried, by setting."""

    pose: Pose
    model: MuscleModel
    name: str
    seen: dict[float, Settled]

    def at(self, setting: float) -> Settled:
        if setting not in self.seen:
            self.seen[setting] = settled_at(self, setting)
        return self.seen[setting]

    def rests(self, setting: float) -> bool:
        return self.at(setting).effort < RESTFUL

    def near(self, setting: float) -> Posture | None:
        """A posture already found, to begin from."""
        if not self.seen:
            return None
        return min(self.seen.values(), key=lambda settled: abs(settled.setting - setting)).posture


def settled_at(tries: Tries, setting: float) -> Settled:
    """The body at this distance, with everything that gives way having done so."""
    return solved(tries, settled_spec(tries.pose.posture, tries.name, gives=True), setting)


def as_in_the_pose(tries: Tries, settled: Settled) -> Settled:
    """The same distance with the pose's own angles, if it rests so; else as it was."""
    own = solved(tries, settled_spec(tries.pose.posture, tries.name, gives=False), settled.setting)
    return own if own.effort < RESTFUL else settled


def solved(tries: Tries, spec: PostureSpec, setting: float) -> Settled:
    posture = solve_spec(tries.pose.slug, spec, tries.model.body, {tries.name: setting}, tries.near(setting))
    return Settled(setting, posture, effort_of(posture, tries.model))


def settled_spec(spec: PostureSpec, name: str, *, gives: bool) -> PostureSpec:
    facts = settling()[name]
    more: dict[str, float] = facts["gives"]
    firmness = {**spec.firmness, **dict.fromkeys(more, FIRM), **dict.fromkeys(facts["follows"], FOLLOWING)}
    own = replace(spec, firmness=firmness)
    return given(own, more) if gives else own


def given(spec: PostureSpec, more: dict[str, float]) -> PostureSpec:
    angles = {name: spec.common_deg.get(name, 0.0) + value for name, value in more.items()}
    return replace(spec, common_deg={**spec.common_deg, **angles})


def nearest_restful(tries: Tries, least: float, most: float) -> Settled | None:
    """Coarse steps outward until it rests, then halving between the last two."""
    steps = [least + (most - least) * step / COARSE for step in range(COARSE + 1)]
    resting = next((number for number, setting in enumerate(steps) if tries.rests(setting)), None)
    if resting is None:
        return None
    low, high = steps[max(resting - 1, 0)], steps[resting]
    while high - low > STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if tries.rests(middle) else (middle, high)
    return tries.at(high)


def farthest_restful(tries: Tries, nearest: float, most: float) -> float:
    """Coarse: the farthest of the steps beyond that rests."""
    beyond = [setting for setting in sorted(tries.seen) if setting > nearest]
    farthest = nearest
    for setting in [*beyond, most]:
        if not tries.rests(setting):
            break
        farthest = setting
    return farthest


@cache
def settling() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "ease.toml").read_text("utf-8"))

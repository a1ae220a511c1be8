"""Where a body settles in a pose: the nearest to the wall at which it still rests.

Of what a pose leaves free (its distance from the wall), and of what gives way a little by itself (the roll of the pelvis, a
bend of the knees), people find what costs least. With effort(d) the sum of squared activations of the settled body at
distance d, the band is where effort(d) < RESTFUL; the advice is the nearest d well inside it, effort(d) < WELL_INSIDE, or,
in a body that hardly gets there, less than NEAR_LEAST times the least. The search begins where straight legs lean as far as
this person's straight-leg raise, and goes by the logarithm of effort, which falls evenly near the wall. Numbers:
content/physiology/ease.toml.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from math import cos, inf, isnan, log, nan, radians
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
WELL_INSIDE = 0.02
"""Nobody lies down on the edge of what is restful. Chosen looking at legs up the wall, as are the angles that give way."""
NEAR_LEAST = 1.15
FOLLOWING, FIRM = 0.1, 2.5
"""Firmness of angles that follow, and of those that are chosen."""
STRIDE, STEP = 8.0, 4.0
"""How far one looks next, and how finely a distance is told [cm]."""
LEG_TO_HEIGHT = 0.5
"""From hip to heel, as a share of height; only where the search begins."""


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
    found = nearest_at_ease(tries, free.least, free.most)
    posture = as_in_the_pose(tries, found).posture
    return Eased(
        name,
        found.setting,
        restful_band(tries, free.least, free.most),
        posture,
        solve_muscles(posture, model),
    )


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

    def effort(self, setting: float) -> float:
        return self.at(setting).effort

    def enough(self) -> float:
        """The effort below which a setting is at ease, from the least that was seen."""
        least = min(settled.effort for settled in self.seen.values())
        if least < WELL_INSIDE:
            return WELL_INSIDE
        return min(NEAR_LEAST * least, RESTFUL) if least < RESTFUL else NEAR_LEAST * least


def settled_at(tries: Tries, setting: float) -> Settled:
    """The body at this distance, with everything that gives way having done so."""
    return solved(tries, settled_spec(tries.pose.posture, tries.name, gives=True), setting)


def as_in_the_pose(tries: Tries, settled: Settled) -> Settled:
    """The same distance with the pose's own angles, if it rests so; else as it was. Near the edge it never does."""
    if settled.effort > tries.enough() / 2:
        return settled
    own = solved(tries, settled_spec(tries.pose.posture, tries.name, gives=False), settled.setting)
    return own if own.effort < tries.enough() else settled


def solved(tries: Tries, spec: PostureSpec, setting: float) -> Settled:
    """From the pose's own angles each time: a start from a neighbor would carry its accidents along. Where the body does
    not reach, nobody is at ease."""
    posture = solve_spec(tries.pose.slug, spec, tries.model.body, {tries.name: setting})
    effort = effort_of(posture, tries.model) if posture.solved else nan
    return Settled(setting, posture, inf if isnan(effort) else effort)


def settled_spec(spec: PostureSpec, name: str, *, gives: bool) -> PostureSpec:
    facts = settling()[name]
    more: dict[str, float] = facts["gives"]
    firmness = {**spec.firmness, **dict.fromkeys(more, FIRM), **dict.fromkeys(facts["follows"], FOLLOWING)}
    own = replace(spec, firmness=firmness)
    return given(own, more) if gives else own


def given(spec: PostureSpec, more: dict[str, float]) -> PostureSpec:
    angles = {name: spec.common_deg.get(name, 0.0) + value for name, value in more.items()}
    return replace(spec, common_deg={**spec.common_deg, **angles})


def nearest_at_ease(tries: Tries, least: float, most: float) -> Settled:
    """Inward from where it rests until it no longer does, then halving between the last two."""
    high = outward(tries, first_guess(tries, least, most), most)
    enough = tries.enough()
    low = high
    while low > least and tries.effort(low) < enough:
        low, high = max(low - STRIDE, least), low
    if tries.effort(low) < enough:
        return tries.at(low)
    while high - low > STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if tries.effort(middle) < enough else (middle, high)
    return tries.at(high)


def outward(tries: Tries, here: float, most: float) -> float:
    """The first setting from `here` on that is well inside, or the last before it gets worse."""
    while here < most and tries.effort(here) >= WELL_INSIDE:
        farther = min(here + STRIDE, most)
        if tries.effort(farther) >= tries.effort(here):
            break
        here = farther
    return here


def first_guess(tries: Tries, least: float, most: float) -> float:
    """Where straight legs, leaning as far as the raise allows, meet the wall [cm]."""
    person = tries.model.body.person
    leans = LEG_TO_HEIGHT * person.height_cm * cos(radians(person.straight_leg_raise_deg))
    return min(max(leans, least), most)


def restful_band(tries: Tries, least: float, most: float) -> tuple[float, float] | None:
    """Between the settings tried, the logarithm of effort is taken to go evenly; None where nothing rests."""
    tries.at(most)
    while (nearest := min(tries.seen)) > least and tries.effort(nearest) < RESTFUL:
        tries.at(max(nearest - STRIDE, least))
    tried = [tries.seen[setting] for setting in sorted(tries.seen)]
    resting = [number for number, settled in enumerate(tried) if settled.effort < RESTFUL]
    if not resting:
        return None
    first, last = resting[0], resting[-1]
    nearest = tried[0].setting if first == 0 else edge(tried[first], tried[first - 1])
    farthest = tried[-1].setting if last == len(tried) - 1 else edge(tried[last], tried[last + 1])
    return nearest, farthest


def edge(inside: Settled, outside: Settled) -> float:
    share = log(RESTFUL / inside.effort) / log(outside.effort / inside.effort)
    return inside.setting + share * (outside.setting - inside.setting)


@cache
def settling() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "ease.toml").read_text("utf-8"))

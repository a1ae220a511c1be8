"""Which parts of the body can carry each other: calves under thighs, thighs under the belly, hands on thighs."""

from collections.abc import Iterable
from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body import Body
from karani.body.capsules import capsule_of
from karani.body.self_contact import PAIRS, RESTED_ON, other_side

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

TOUCH_M = 0.02
SOFT_M = 0.05
"""Flesh that gives way by more than this belongs to neighbors at a joint: calf and thigh, thigh and belly."""
SMALL = ("capitate", "ulna", "humerus", "head")
"""Parts that touch others by chance; they rest on a limb only where the pose says so."""
NEXT_TO_NOTHING = 1e-9


@dataclass(frozen=True)
class LimbPairs:
    """Pairs of one segment's flesh against another limb as a capsule; one row a pair, and points pair after pair."""

    points: Numbers  # (points,) of the body's flesh
    pair: Numbers  # (points,)
    starts: Numbers  # (pairs,) where each pair's points begin
    segments: Numbers  # (pairs,) the model's bodies whose flesh it is
    limbs: Numbers  # (pairs,) the model's bodies that carry
    ends: NDArray[np.float64]  # (pairs, 2, 3) of the capsules, in the limb's frame [m]
    radii: Vector  # (pairs,) [m]
    names: tuple[str, ...]
    """Of the limbs."""
    meets_m: Vector  # (pairs,)
    """The distance of their skins from which they carry each other: soft neighbors lie in each other long before."""

    def meeting(self, data: mujoco.MjData, points: Matrix) -> tuple[Numbers, Numbers, Matrix]:
        """Pairs that carry each other with the flesh's `points` where they are now: their numbers (found,), the
        nearest point of each (found,), and its way off the other's axis (found, 3) [m]."""
        away = self.from_axes(data, points[self.points])
        squares = np.einsum("ni,ni->n", away, away)
        nearest = np.minimum.reduceat(squares, self.starts)
        found = np.flatnonzero(np.sqrt(nearest) - self.radii <= self.meets_m)
        hits = np.flatnonzero(squares == nearest[self.pair])
        chosen = hits[np.searchsorted(self.pair[hits], found)]
        return found, self.points[chosen], away[chosen]

    def from_axes(self, data: mujoco.MjData, points: Matrix) -> Matrix:
        """Of each point from the nearest of its pair's axis, (points, 3)."""
        turns = data.xmat.reshape(-1, 3, 3)[self.limbs]
        ends = np.einsum("pij,pej->pei", turns, self.ends) + data.xpos[self.limbs][:, None]
        lines = ends[:, 1] - ends[:, 0]
        lengths = np.maximum(np.einsum("pi,pi->p", lines, lines), NEXT_TO_NOTHING)
        offsets, along = points - ends[self.pair, 0], lines[self.pair]
        shares = np.clip(np.einsum("ni,ni->n", offsets, along) / lengths[self.pair], 0, 1)
        away: Matrix = offsets - shares[:, None] * along
        return away


@dataclass(frozen=True)
class Limbs:
    """`always` carry each other wherever they meet; `named`, by segment and the pose's word for the limb, only where the
    pose says so."""

    always: LimbPairs
    named: dict[tuple[str, str], LimbPairs]


def limbs_of(body: Body) -> Limbs:
    gives = {
        (pair.segment, pair.limb): pair.gives_m
        for pair in (*PAIRS, *(other_side(pair) for pair in PAIRS))
        if not pair.segment.startswith(SMALL)
    }
    small = [name for name in segment_names(body) if name.startswith(SMALL)]
    named = {
        (segment, surface): pairs_of(
            body,
            [(segment, one, 0.0) for one in sorted({limb.format(s) for s in "rl"}) if one != segment],
        )
        for surface, limb in RESTED_ON.items()
        for segment in small
        if segment != limb
    }
    return Limbs(pairs_of(body, [(*names, gives_m) for names, gives_m in gives.items()]), named)


def segment_names(body: Body) -> list[str]:
    return [body.model.body(int(number)).name for number in np.unique(body.flesh.segments)]


def pairs_of(body: Body, pairs: Iterable[tuple[str, str, float]]) -> LimbPairs:
    """Each pair: whose flesh, the limb that carries it, how much the flesh gives way [m]."""
    segments, limbs, gives = zip(*pairs, strict=True)
    numbers = np.array([body.model.body(name).id for name in (*segments, *limbs)]).reshape(2, -1)
    points = [np.flatnonzero(body.flesh.segments == number) for number in numbers[0]]
    counts = np.array([len(rows) for rows in points])
    capsules = [capsule_of(body.flesh, int(number)) for number in numbers[1]]
    return LimbPairs(
        np.concatenate(points),
        np.repeat(np.arange(len(counts)), counts),
        np.cumsum(counts) - counts,
        numbers[0],
        numbers[1],
        np.array([(capsule.start, capsule.end) for capsule in capsules]),
        np.array([capsule.radius for capsule in capsules]),
        limbs,
        np.array([TOUCH_M - (give if give >= SOFT_M else 0.0) for give in gives]),
    )

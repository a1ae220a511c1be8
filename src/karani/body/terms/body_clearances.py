"""All limbs that must not go through each other, looked at together.

A ball around each pair's points tells which pairs can touch at all; of those the nearest point of each to the other's
axis counts, as in `BodyClearance`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from karani.body.motion import Carrier, Motion
from karani.body.terms.body_clearance import BodyClearance
from karani.body.terms.term import PER_METER_THROUGH, Matrix, Numbers, Rows, Vector, lowest_of_each


@dataclass(frozen=True)
class BodyClearances:
    """One entry a pair; segments are the model's bodies, places are in their frames [m]."""

    carrier: Carrier
    points: tuple[Numbers, ...]
    counts: Numbers
    segments: Numbers  # of the points
    middles: Matrix  # of the balls
    balls: Vector  # their radii
    limbs: Numbers
    limb_places: Numbers  # the limbs' places among the carrier's segments
    starts: Matrix  # of the limbs' axes
    ends: Matrix
    reaches: Vector  # from the axis: the limb's radius less what gives way

    def rows(self, motion: Motion) -> Rows:
        starts, lines = self.axes(motion)
        near = self.near(motion, starts, lines)
        if not len(near):
            return np.zeros(0), np.zeros((0, self.carrier.space.count))
        points, counts = np.concatenate([self.points[k] for k in near]), self.counts[near]
        group = np.repeat(near, counts)
        away, squares = away_from(motion.points[points], starts[group], lines[group])
        lowest = lowest_of_each(squares, np.cumsum(counts) - counts)
        short = np.sqrt(squares[lowest]) - self.reaches[near]
        deep = short < 0
        lowest = lowest[deep]
        rows = self.apart(motion, points[lowest], self.limb_places[near[deep]], away[lowest])
        return PER_METER_THROUGH * short[deep], PER_METER_THROUGH * rows

    def apart(self, motion: Motion, points: Numbers, limbs: Numbers, away: Matrix) -> Matrix:
        """How points move away from limbs, by the free coordinates; `away`: from the nearest of the axis."""
        directions = away / np.maximum(np.linalg.norm(away, axis=1), 1e-9)[:, None]
        own = motion.rows(self.carrier, points, directions)
        return own - motion.rows_of(limbs, motion.points[points] - away, directions)

    def axes(self, motion: Motion) -> tuple[Matrix, Matrix]:
        """Where each limb's axis starts, and its whole length as a vector."""
        turns, places = motion.data.xmat.reshape(-1, 3, 3)[self.limbs], motion.data.xpos[self.limbs]
        return (
            places + np.einsum("nij,nj->ni", turns, self.starts),
            np.einsum("nij,nj->ni", turns, self.ends - self.starts),
        )

    def near(self, motion: Motion, starts: Matrix, lines: Matrix) -> Numbers:
        turns = motion.data.xmat.reshape(-1, 3, 3)[self.segments]
        middles = motion.data.xpos[self.segments] + np.einsum("nij,nj->ni", turns, self.middles)
        squares = away_from(middles, starts, lines)[1]
        return np.flatnonzero(squares < np.maximum(self.balls + self.reaches, 0.0) ** 2)


def away_from(points: Matrix, starts: Matrix, lines: Matrix) -> tuple[Matrix, Vector]:
    """From the nearest place of each axis to its point, (points, 3), and the squares of these lengths."""
    offsets = points - starts
    lengths = np.einsum("ni,ni->n", lines, lines)
    shares = (np.einsum("ni,ni->n", offsets, lines) / np.maximum(lengths, 1e-9)).clip(0, 1)
    away = offsets - shares[:, None] * lines
    return away, np.einsum("ni,ni->n", away, away)


def together(carrier: Carrier, pairs: Sequence[BodyClearance]) -> BodyClearances:
    """The pairs, none of them sided, as one wish."""
    places = carrier.body.flesh.places
    middles = np.array([places[pair.points].mean(axis=0) for pair in pairs])
    balls = [
        np.linalg.norm(places[pair.points] - middle, axis=1).max()
        for pair, middle in zip(pairs, middles, strict=True)
    ]
    limbs = np.array([pair.capsule.segment for pair in pairs])
    return BodyClearances(
        carrier,
        tuple(pair.points for pair in pairs),
        np.array([len(pair.points) for pair in pairs]),
        np.array([pair.segment for pair in pairs]),
        middles,
        np.array(balls),
        limbs,
        np.searchsorted(carrier.segments, limbs),
        np.array([pair.capsule.start for pair in pairs]),
        np.array([pair.capsule.end for pair in pairs]),
        np.array([pair.capsule.radius - pair.gives_m for pair in pairs]),
    )

"""The numbers of all computed muscles in one posture, one row a muscle."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from karani.muscles.fiber import active_share
from karani.muscles.model import MuscleModel
from karani.muscles.stretch import Stretch

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Columns:
    fiber_length: Vector  # (computed,) [m]
    ratio: Vector  # (computed,) of it to the optimal length
    standing_ratio: Vector  # (computed,) the same standing straight
    passive: Vector  # (computed,) [N]
    share: Vector  # (computed,) passive force above that of standing, of the largest force
    activation: Vector  # (computed,)
    force: Vector  # (computed,) active and passive [N]
    largest: Vector  # (computed,) [N]

    def forces(self) -> Matrix:
        return np.stack([self.passive, self.force], axis=1)

    def shares(self) -> Matrix:
        """Share, activation, ratio, and how much longer than standing."""
        longer = self.ratio - self.standing_ratio
        return np.stack([self.share, self.activation, self.ratio, longer], axis=1)

    def rows(self) -> list[list[float]]:
        """As the fields of a MuscleState that follow the path's length."""
        columns = (
            self.fiber_length,
            self.ratio,
            self.standing_ratio,
            self.passive,
            self.share,
            self.activation,
            self.force,
            self.largest,
        )
        rows: list[list[float]] = np.stack(columns, axis=1).tolist()
        return rows


def columns_of(model: MuscleModel, stretch: Stretch, activations: Vector) -> Columns:
    parameters, fibers, passive = model.parameters, stretch.fibers, stretch.passive
    largest = parameters.largest_force
    return Columns(
        fibers.ratios * parameters.optimal_length,
        fibers.ratios,
        model.standing.ratios,
        passive,
        np.maximum(passive - model.standing_passive, 0.0) / largest,
        activations,
        passive + activations * largest * fibers.cosines * active_share(fibers.ratios),
        largest,
    )

"""The score of a model: every row measured, and how far it lies from the published value, in tolerances."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from karani.circulation.agreement.authority import Authority
from karani.circulation.agreement.measure import measure
from karani.circulation.hemodynamics import Hemodynamics
from karani.circulation.kernel.layout import FIRST_LUNG, FIRST_STIFFENING
from karani.circulation.persons import Person
from karani.circulation.simulate import simulate_subject
from karani.circulation.subject import Subject, subject_of
from karani.circulation.timeline import Timeline

LANES = 2
FIRST_ROUND = 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row beside the model's value; z in tolerances, inside when |z| <= 1."""

    row: Authority
    ours: float

    @property
    def z(self) -> float:
        return (self.ours - self.row.published) / self.row.tolerance

    @property
    def inside(self) -> bool:
        return abs(self.z) <= 1.0


def agree(
    rows: Sequence[Authority], subject: Subject | None = None, lanes: int = LANES
) -> tuple[Agreement, ...]:
    """All rows of the reference person; each timeline is simulated once."""
    person = Person()
    model = subject or subject_of(person)
    wanted = list(dict.fromkeys(key for row in rows for key in timelines_of(row)))
    with ThreadPoolExecutor(lanes) as pool:
        found = dict(
            zip(
                wanted,
                pool.map(lambda key: simulate_given(key[0], key[1], person, model), wanted),
                strict=True,
            )
        )
    return tuple(Agreement(row, measure(row, lambda steps, given: found[steps, given])) for row in rows)


def timelines_of(row: Authority) -> tuple[tuple[Timeline, float], ...]:
    own = (row.steps, row.donated_ml)
    return (own,) if row.against is None else (own, (row.against, 0.0))


def simulate_given(steps: Timeline, donated_ml: float, person: Person, subject: Subject) -> Hemodynamics:
    return simulate_subject(steps, person, without(subject, donated_ml))


def without(subject: Subject, donated_ml: float) -> Subject:
    """The same person after giving blood: every vein less in the same proportion."""
    volume = subject.rest.volume_ml.copy()
    veins = slice(FIRST_STIFFENING, FIRST_LUNG)
    volume[veins] *= 1.0 - donated_ml / volume[veins].sum()
    return replace(subject, rest=replace(subject.rest, volume_ml=volume))


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows lie inside their tolerance, and the root mean square of z."""

    inside: int
    rows: int
    rms: float

    @property
    def share(self) -> float:
        return self.inside / self.rows


def score(agreements: Sequence[Agreement]) -> Score:
    return Score(
        inside=sum(agreement.inside for agreement in agreements),
        rows=len(agreements),
        rms=root_mean_square(agreements),
    )


def with_moved(fitted: Sequence[Agreement], checked: Sequence[Agreement]) -> list[Agreement]:
    """Rows no fit has seen, and those that went over to the fit, with the values they had before."""
    moved = [
        Agreement(one.row, one.row.earlier)
        for one in fitted
        if one.row.moved is not None and one.row.earlier is not None
    ]
    return [*checked, *moved]


def root_mean_square(agreements: Sequence[Agreement]) -> float:
    return float(np.sqrt(np.mean([agreement.z**2 for agreement in agreements])))


def share_inside(agreements: Sequence[Agreement]) -> float:
    return score(agreements).share

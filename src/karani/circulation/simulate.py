"""Simulating time: a timeline and a person give the circulation, second by second.

The body has long been lying at rest before the first step. A step's posture is reached within a few seconds from its start: moved by a
table when it is a tilt, by the person's own muscles when it is a posture or a pose.
"""

import math
from collections.abc import Callable

import numpy as np

from karani.circulation.heights import Heights, Lengths, posed, regions_of, sitting, tilted
from karani.circulation.hemodynamics import Hemodynamics, hemodynamics_of
from karani.circulation.kernel.groups import Array, Schedule
from karani.circulation.kernel.layout import ANKLE, CALF, EFFORT, N_POSTURE, RISING, TRUNK
from karani.circulation.persons import Person
from karani.circulation.subject import NATURAL_BREATH, Subject, run, subject_of
from karani.circulation.timeline import Breath, PoseName, Step, Tilt, Timeline
from karani.library import read_library

UPRIGHT_DEG = 90.0
BEFORE_S = -1.0

HeightsOf = Callable[[str, Person], Heights]
"""The heights of a person's body in a pose, by the pose's slug."""


def simulate(timeline: Timeline, person: Person, heights_of: HeightsOf | None = None) -> Hemodynamics:
    """The circulation of an average person of this body; `heights_of` may bring computed postures of poses."""
    return simulate_subject(timeline, person, subject_of(person), heights_of)


def simulate_subject(
    timeline: Timeline, person: Person, subject: Subject, heights_of: HeightsOf | None = None
) -> Hemodynamics:
    """The same for a subject whose numbers are already known."""
    schedule = schedule_of(timeline, person, subject.lengths, heights_of)
    found = run(subject, schedule, math.ceil(timeline.seconds))
    return hemodynamics_of(*found, ankle_columns(schedule, subject, len(found[0])))


def ankle_columns(schedule: Schedule, subject: Subject, seconds: int) -> Array:
    """Pressure of the blood between calf and ankle, mmHg, for each second."""
    places = np.searchsorted(schedule.posture_start_s, np.arange(1.0, seconds + 1.0)) - 1
    below_cm = schedule.postures[places, CALF] - schedule.postures[places, ANKLE]
    return np.asarray(subject.vessels.gravity_mmhg_per_cm * below_cm)


def schedule_of(
    timeline: Timeline, person: Person, lengths: Lengths, heights_of: HeightsOf | None
) -> Schedule:
    starts = np.cumsum([0.0, *(step.seconds for step in timeline.steps)])[:-1]
    postures = np.array([
        np.zeros(N_POSTURE),
        *(regions_of(heights_at(step, person, lengths, heights_of), lengths) for step in timeline.steps),
    ])  # fmt: skip
    own = np.array([0.0, *(not isinstance(step.where, Tilt) for step in timeline.steps)])
    postures[1:, RISING] = own[1:] * np.maximum(0.0, np.diff(postures[:, TRUNK]))
    postures[1:, EFFORT] = [step.effort for step in timeline.steps]
    return Schedule(
        posture_start_s=np.concatenate([[BEFORE_S], starts]),
        postures=postures,
        breath_start_s=starts,
        breaths=np.array([breath_row(step.breath) for step in timeline.steps]),
    )


def heights_at(step: Step, person: Person, lengths: Lengths, heights_of: HeightsOf | None) -> Heights:
    match step.where:
        case Tilt(tilt_deg, legs_deg):
            return tilted(lengths, tilt_deg, legs_deg)
        case PoseName(slug):
            return (
                heights_of(slug, person) if heights_of else posed(lengths, read_library().pose(slug).posture)
            )
        case "sitting":
            return sitting(lengths)
        case "standing":
            return tilted(lengths, UPRIGHT_DEG)
        case _:
            return tilted(lengths, 0.0)


def breath_row(breath: Breath | None) -> Array:
    if breath is None:
        return np.array(NATURAL_BREATH)
    return np.array([breath.inhale_s, breath.exhale_s, breath.pause_s, breath.tidal_volume_l])

"""How hard muscles work to hold a pose, from the muscle model to the circulation.

A pose in which content lets nothing work is at rest: people let go there, also where a model of least work finds something to hold.
Where the muscle model cannot hold a posture, nothing is said of the work.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from karani.body import Body, solve_posture
from karani.circulation.held import effort_of_mets, mets_above_rest, muscle_kg
from karani.circulation.physiology import read_physiology
from karani.circulation.timeline import PoseName, Timeline
from karani.library.pose import Pose
from karani.muscles import Muscles, make_muscles, solve_muscles
from karani.practice.at_rest import held_at_rest


@dataclass(frozen=True, slots=True)
class Work:
    """Oxygen above rest, METs, and the effort of a timeline's step; both None where it cannot be told, and why."""

    mets: float | None = 0.0
    effort: float | None = 0.0
    why: str = ""


WorkOf = Callable[[str], Work]


def works_of_body(body: Body, poses: Mapping[str, Pose]) -> WorkOf:
    """What each pose asks of this body, computed once each."""
    model = make_muscles(body)

    @cache
    def work_of(slug: str) -> Work:
        pose = poses[slug]
        if held_at_rest(pose):
            return Work()
        posture = solve_posture(pose, body)
        if not posture.solved:
            return Work(None, None, "The body model does not reach this pose for these measures.")
        return work_of_muscles(solve_muscles(posture, model), body.person.mass_kg)

    return work_of


def work_of_muscles(muscles: Muscles, body_kg: float) -> Work:
    if not muscles.solved:
        return Work(None, None, muscles.outcome)
    held = read_physiology().held
    at_work, everything = (muscle_kg(amount, held) for amount in forces_times_lengths(muscles))
    mets = mets_above_rest(at_work, everything, body_kg, held)
    if mets > held.most_mets:
        return Work(
            None, None, f"The muscle model finds {mets:.1f} METs above rest, more than was ever measured."
        )
    return Work(mets, effort_of_mets(mets, held))


def forces_times_lengths(muscles: Muscles) -> tuple[float, float]:
    """Largest force times optimal fiber length [N m]: of what is at work, and of all."""
    at_work, everything = 0.0, 0.0
    for muscle in muscles.muscles:
        if (
            muscle.activation is not None
            and muscle.fiber_length_m
            and muscle.length_ratio
            and muscle.largest_force_n
        ):
            amount = muscle.largest_force_n * muscle.fiber_length_m / muscle.length_ratio
            at_work, everything = at_work + muscle.activation * amount, everything + amount
    return at_work, everything


def with_work(timeline: Timeline, work_of: WorkOf) -> Timeline:
    """The timeline with the effort of every pose in it that has one; 0 where it cannot be told."""
    return Timeline(
        tuple(
            replace(step, effort=work_of(step.where.slug).effort or 0.0)
            if isinstance(step.where, PoseName)
            else step
            for step in timeline.steps
        )
    )

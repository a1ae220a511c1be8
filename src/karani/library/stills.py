"""Which still belongs to which step of a pose: known from its content, before any body takes the postures.

A pose may bring stills of its own (`[[steps]]` in posture.toml). Else there is one for each change of place on the way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from karani.library.pose import Pose


@dataclass(frozen=True, slots=True)
class Stills:
    """Stills are numbered through: those of the way in, the pose itself (`held`), those of the way out.

    `enter` and `exit` name one for each step: the posture in which the step leaves the body.
    """

    held: int
    count: int
    enter: tuple[int, ...]
    exit: tuple[int, ...]


def list_stills(pose: Pose) -> Stills:
    if pose.steps is None:
        return Stills(own_stills(pose, "in"), own_stills(pose, "in") + 1 + own_stills(pose, "out"), (), ())
    places_in = [pose.steps.starts_at, *(step.place for step in pose.steps.enter)]
    places_out = [step.place for step in pose.steps.exit]
    held = own_stills(pose, "in") or changes(places_in)[-1] + 1
    after = own_stills(pose, "out") or changes(places_out)[-1] + 1
    return Stills(
        held,
        held + 1 + after,
        stills_in(pose, held) if own_stills(pose, "in") else arriving(changes(places_in)[1:], held),
        stills_out(pose, held)
        if own_stills(pose, "out")
        else tuple(held + 1 + still for still in changes(places_out)),
    )


def stills_in(pose: Pose, held: int) -> tuple[int, ...]:
    steps = len(pose.steps.enter) if pose.steps else 0
    return said_still(pose, "in", range(held), steps, held) or spread(steps, held + 1)


def stills_out(pose: Pose, held: int) -> tuple[int, ...]:
    steps, own = len(pose.steps.exit) if pose.steps else 0, own_stills(pose, "out")
    stills = range(held + 1, held + 1 + own)
    return said_still(pose, "out", stills, steps, held) or tuple(stills[one] for one in spread(steps, own))


def said_still(pose: Pose, way: str, stills: range, steps: int, held: int) -> tuple[int, ...]:
    """The still of each step where the pose says it (`at_steps`); a step of which it says nothing is in the pose."""
    said = [step.at_steps for step in pose.posture.steps if step.way == way]
    if not any(said):
        return ()
    return tuple(
        next((still for still, at in zip(stills, said, strict=True) if at and at[0] <= step <= at[1]), held)
        for step in range(1, steps + 1)
    )


def own_stills(pose: Pose, way: str) -> int:
    return sum(step.way == way for step in pose.posture.steps)


def spread(steps: int, stills: int) -> tuple[int, ...]:
    """Stills shared out evenly: 4 steps, 2 stills: 0, 0, 1, 1."""
    return tuple(step * stills // steps for step in range(steps))


def arriving(changed: Sequence[int], held: int) -> tuple[int, ...]:
    """The still of each place; who stays on in the last place, or arrives there with the last step, is in the pose."""
    last = changed[-1]
    first = len(changed) - 1 if changed.index(last) == len(changed) - 1 else changed.index(last) + 1
    return tuple(held if step >= first else still for step, still in enumerate(changed))


def changes(places: Sequence[str]) -> list[int]:
    """How many changes of place lie before each: [0, 0, 1, 2, 2]."""
    counted, found = 0, []
    for number, place in enumerate(places):
        counted += number > 0 and place != places[number - 1]
        found.append(counted)
    return found

"""The person's own body in a pose, computed in a process of its own: where it rests, and what the pose asks of single parts."""

import json
from pathlib import Path
from typing import Any

from karani.body import Person, Posture
from karani.body.solve_posture import solve_posture
from karani.library.pose import Pose
from karani.muscles import MuscleModel, Muscles, ease, loads_of, solve_muscles
from karani.muscles.loads import PARTS
from karani.web.anatomy_work import muscles_of


def compute_rest(pose: Pose, person: Person, models: Path) -> bytes:
    """JSON of an own_body.Rest without the pose, for a pose that leaves its distance free."""
    eased = ease(pose, muscles_of(person, models))
    nearest, farthest = eased.band or (None, None)
    return written({"distance_cm": eased.setting, "nearest_cm": nearest, "farthest_cm": farthest})


def compute_loads(pose: Pose, person: Person, models: Path, settles: bool) -> bytes:  # noqa: FBT001 - as Work hands it over
    """JSON: the load by part; None where the model does not bring the body into the pose, or does not hold it there.

    `settles`: the body goes where it rests, as who is told their own distance does; else it is as the pose says.
    """
    model = muscles_of(person, models)
    posture, muscles = settled(pose, model) if settles else as_said(pose, model)
    held = posture.solved and muscles.solved
    loads = loads_of(posture, model, muscles)
    return written({part: loads.on(part) if held else None for part in PARTS})


def settled(pose: Pose, model: MuscleModel) -> tuple[Posture, Muscles]:
    eased = ease(pose, model)
    return eased.posture, eased.muscles


def as_said(pose: Pose, model: MuscleModel) -> tuple[Posture, Muscles]:
    posture = solve_posture(pose, model.body)
    return posture, solve_muscles(posture, model)


def written(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode()

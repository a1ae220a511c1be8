"""The stills on the way into and out of a pose.

A pose may bring its own (`[[steps]]` in its posture.toml). Else each place that its steps lead through has a posture
(content/physiology/place_postures.toml): sit, lie on the side, lie on the back, ... They are laid where the pose will be:
the pelvis over the pose's, turned so that the next movement is a short one (a person at the wall sits with a side to it;
who lies on the side has the head where it lay on the back).
"""

import tomllib
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from karani.body.body import Body, segment_frames
from karani.body.interpolate import brought_out, has_wall
from karani.body.posture import ContactPoint, Posture
from karani.body.solve_posture import solve_posture, solve_spec
from karani.body.space import TURN
from karani.body.surfaces import FLOOR, WALL
from karani.library.fields import Fields
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose, PostureSpec
from karani.library.read_posture import read_posture

Vector = NDArray[np.float64]

QUARTER_TURN_DEG = -90.0
ON_THE_SIDE = "side-lying"
SEATED = "seated"


def solve_way_in(pose: Pose, body: Body) -> tuple[Posture, ...]:
    """From where the pose starts to the pose itself."""
    held = solve_posture(pose, body)
    own = own_stills(pose, body, "in")
    places = [] if pose.steps is None else [pose.steps.starts_at, *(step.place for step in pose.steps.enter)]
    return (*(own or stills_at(places, body, held)), held)


def solve_way_out(pose: Pose, body: Body) -> tuple[Posture, ...]:
    """From the pose itself to where it leaves the person."""
    held = solve_posture(pose, body)
    own = own_stills(pose, body, "out")
    places = [] if pose.steps is None else [step.place for step in pose.steps.exit]
    return (held, *(own or stills_at(places, body, held)))


def own_stills(pose: Pose, body: Body, way: str) -> list[Posture]:
    steps = [step for step in pose.posture.steps if step.way == way]
    return [solve_spec(f"{pose.slug}: {step.name}", step.spec, body) for step in steps]


def stills_at(places: list[str], body: Body, held: Posture) -> list[Posture]:
    """One still for each change of place."""
    changes = [place for number, place in enumerate(places) if number == 0 or places[number - 1] != place]
    return [laid_at(solve_spec(place, place_specs()[place], body), place, body, held) for place in changes]


@cache
def place_specs() -> dict[str, PostureSpec]:
    path = PACKAGED_CONTENT / "physiology" / "place_postures.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    return {place: read_posture(Fields(path.name, table, place)) for place, table in tables.items()}


def laid_at(still: Posture, place: str, body: Body, held: Posture) -> Posture:
    """The still with its pelvis over the pose's, turned for a short way there."""
    sideways = place == ON_THE_SIDE or (place == SEATED and has_wall(held))
    heading = Rotation.from_euler("z", QUARTER_TURN_DEG if sideways else 0.0, degrees=True)
    x = still.coordinates.copy()
    x[TURN] = (heading * Rotation.from_rotvec(x[TURN])).as_rotvec()
    x[:2] = held.coordinates[:2]
    x = brought_out(body, x, [FLOOR, WALL] if has_wall(held) else [FLOOR])
    x.setflags(write=False)
    shift = x[:3] - heading.apply(still.coordinates[:3].copy())
    contacts = tuple(moved(contact, heading, shift) for contact in still.contacts)
    return replace(still, coordinates=x, frames=segment_frames(body, x), contacts=contacts)


def moved(contact: ContactPoint, heading: Rotation, shift: Vector) -> ContactPoint:
    x, y, z = (float(value) for value in heading.apply(contact.place_m) + shift)
    return replace(contact, place_m=(x, y, z))

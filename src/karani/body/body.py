"""A person's body: the repaired model in their size, its coordinates, and where its segments are for given angles."""

from collections.abc import Callable, Hashable, Mapping
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from threading import local
from typing import Any, TypeVar

import mujoco
import numpy as np
from numpy.typing import NDArray

from karani.body.coordinates import Coordinates, read_coordinates
from karani.body.flesh import Flesh, read_flesh
from karani.body.model import read_model
from karani.body.person import Person
from karani.body.scaling import Factors, scale_factors, scale_model
from karani.errors import BodyError

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Made = TypeVar("Made")
Frames = dict[str, tuple[Vector, Matrix]]
"""Segment frames by body name: place [m] (3,) and rotation (3, 3), own axes to the world's."""


@dataclass(frozen=True)
class Body:
    """One person's body; shared between threads, as each has its own working memory."""

    person: Person
    model: mujoco.MjModel
    coordinates: Coordinates
    factors: Factors
    flesh: Flesh
    muscles: tuple[str, ...]
    memory: local
    made: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What others make from this body once and use again, by name."""

    @property
    def data(self) -> mujoco.MjData:
        """This thread's working memory; whoever computes fills it first."""
        if not hasattr(self.memory, "data"):
            self.memory.data = mujoco.MjData(self.model)
        found: mujoco.MjData = self.memory.data
        return found

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made at the first asking and kept for as long as the body lives."""
        if name not in self.made:
            self.made[name] = make()
        found: Made = self.made[name]
        return found


def read_body(person: Person, cache: Path, progress: Callable[[str], None] = lambda _: None) -> Body:
    """The person's body; `cache` is the folder in which the compiled model is kept."""
    return make_body(person, read_model(cache, progress))


def make_body(person: Person, model: mujoco.MjModel) -> Body:
    """The same from a compiled model, which stays as it is."""
    scaled = copy(model)
    factors = scale_factors(person, model)
    scale_model(scaled, factors)
    flesh = read_flesh(scaled, person, factors)
    muscles = tuple(scaled.actuator(number).name for number in range(scaled.nu))
    return Body(person, scaled, read_coordinates(scaled), factors, flesh, muscles, local())


def coordinates_from_deg(body: Body, joints_deg: Mapping[str, float]) -> Vector:
    """x of a free body with these joint angles [deg] and all others 0; unknown names and values are refused."""
    x = np.zeros(body.coordinates.count)
    x[:3] = body.model.qpos0[:3]
    for name, value in joints_deg.items():
        x[find_joint(body, name)] = np.radians(finite_angle(name, value))
    return x


def find_joint(body: Body, name: str) -> int:
    joints = body.coordinates.names[6:]
    if name not in joints:
        raise BodyError(f"{name!r} is not a joint of the body. Joints are: {', '.join(joints)}.")
    return body.coordinates.number(name)


def finite_angle(name: str, value: float) -> float:
    if not -360 <= value <= 360:  # noqa: PLR2004 - a full turn; NaN fails this too
        raise BodyError(f"The angle of {name} is {value}; an angle is a number from -360 to 360 deg.")
    return value


def move(body: Body, x: Vector) -> mujoco.MjData:
    """Segments of this thread's working memory go where `x` says."""
    data = body.data
    data.qpos[:] = body.coordinates.positions(x)
    mujoco.mj_kinematics(body.model, data)
    return data


def segment_frames(body: Body, x: Vector) -> Frames:
    """Place [m] and rotation of every segment for coordinates `x`."""
    data = move(body, x)
    places, rotations = data.xpos.copy(), data.xmat.reshape(-1, 3, 3).copy()
    return {
        body.model.body(number).name: (places[number], rotations[number])
        for number in range(1, body.model.nbody)
    }

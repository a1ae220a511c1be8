"""Bodies of the people of the tests, and postures of the library in Asha's."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import mujoco
import pytest

from karani.body import Body, Person, make_body, read_model
from karani.body.posture import Posture
from karani.body.solve_posture import solve_posture
from karani.library import Library

ASHA = Person(height_cm=168, mass_kg=62, sex="female")
DEV = Person(height_cm=182, mass_kg=84, sex="male")


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> mujoco.MjModel:
    return read_model(Path(tmp_path_factory.mktemp("body")))


@pytest.fixture(scope="session")
def asha(model: mujoco.MjModel) -> Body:
    return make_body(ASHA, model)


@pytest.fixture(scope="session")
def dev(model: mujoco.MjModel) -> Body:
    return make_body(DEV, model)


@pytest.fixture(scope="session")
def posture(library: Library, asha: Body) -> Callable[[str], Posture]:
    """A pose of the library in Asha's body, solved once."""
    return cache(lambda slug: solve_posture(library.pose(slug), asha))

"""Bodies of named people and their muscles, made once."""

from pathlib import Path

import mujoco
import pytest

from karani.body import Body, Person, make_body, read_model
from karani.muscles import MuscleModel, make_muscles


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> mujoco.MjModel:
    config = request.config.cache
    assert config is not None
    return read_model(Path(config.mkdir("karani-body")))


@pytest.fixture(scope="session")
def asha(model: mujoco.MjModel) -> Body:
    """Healthy and of average size."""
    return make_body(Person(height_cm=168, mass_kg=62, sex="female", straight_leg_raise_deg=80), model)


@pytest.fixture(scope="session")
def ashas_muscles(asha: Body) -> MuscleModel:
    return make_muscles(asha)


@pytest.fixture(scope="session")
def unscaled(model: mujoco.MjModel) -> Body:
    """The body that the parameters describe."""
    return make_body(Person(height_cm=176.8, mass_kg=75, sex="male"), model)

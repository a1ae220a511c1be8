"""One compiled model for all tests; bodies of people are scaled from it in milliseconds."""

from pathlib import Path

import mujoco
import pytest

from karani.body import Body, Person, make_body, read_model
from karani.library import Library, read_library


@pytest.fixture(scope="session")
def cache(request: pytest.FixtureRequest) -> Path:
    """A folder that stays between runs; the file's name follows what it is made from."""
    config = request.config.cache
    assert config is not None
    return Path(config.mkdir("karani-body"))


@pytest.fixture(scope="session")
def model(cache: Path) -> mujoco.MjModel:
    return read_model(cache)


@pytest.fixture(scope="session")
def unscaled(model: mujoco.MjModel) -> Body:
    """The body whose segments are those of the source."""
    return make_body(Person(height_cm=176.8, mass_kg=66, sex="male"), model)


@pytest.fixture(scope="session")
def asha(model: mujoco.MjModel) -> Body:
    """Healthy and of average size."""
    return make_body(Person(height_cm=168, mass_kg=62, sex="female"), model)


@pytest.fixture(scope="session")
def ben(model: mujoco.MjModel) -> Body:
    """Stiff hamstrings."""
    return make_body(Person(height_cm=180, mass_kg=82, sex="male", straight_leg_raise_deg=60), model)


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library()

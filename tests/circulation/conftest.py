import mujoco
import pytest

from karani.body import Body, Person, make_body, read_model


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> mujoco.MjModel:
    """In a folder that stays between runs, the same as the tests of the body use."""
    assert request.config.cache is not None
    return read_model(request.config.cache.mkdir("karani-body"))


@pytest.fixture(scope="session")
def body(model: mujoco.MjModel) -> Body:
    """Asha's."""
    return make_body(Person(height_cm=168, mass_kg=62, sex="female", age=34), model)

"""What all tests share. `--hypothesis-profile=thorough` tries thousands of examples where the usual run tries a hundred."""

import pytest
from hypothesis import HealthCheck, settings

from karani.library import Library, read_library

settings.register_profile("usual", max_examples=100, deadline=None)
settings.register_profile(
    "thorough", max_examples=4000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged poses and vocabularies, read once."""
    return read_library()

from collections.abc import Iterator
from pathlib import Path

import pytest

from karani.storage import Storage, open_storage
from tests.storage.postgresql import create_database, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["memory", "file", pytest.param("postgresql", marks=pytest.mark.database)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Every kind of database that Karani can use."""
    if request.param == "memory":
        return "sqlite://"
    if request.param == "file":
        return f"sqlite:///{tmp_path / 'karani' / 'journal.db'}"
    return create_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def storage(url: str) -> Iterator[Storage]:
    opened = open_storage(url)
    yield opened
    opened.close()

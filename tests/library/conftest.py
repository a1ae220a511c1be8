import pytest

from karani.library import Library, read_library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.rules.shelf import Shelf
from tests.library.bench import Bench, copy_content, read_shelf


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return read_shelf(PACKAGED_CONTENT)


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return copy_content(tmp_path_factory.mktemp("library") / "content")

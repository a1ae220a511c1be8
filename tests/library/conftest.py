import tomllib
from collections.abc import Iterator
from functools import lru_cache
from types import SimpleNamespace

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


@pytest.fixture(scope="module")
def parsed_once() -> Iterator[None]:
    """Where one file of hundreds changes at a time, the others need not be parsed anew each time."""
    with pytest.MonkeyPatch.context() as patch:
        parser = SimpleNamespace(loads=lru_cache(maxsize=2048)(tomllib.loads))
        for module in ("content_file", "rules.files"):
            patch.setattr(f"karani.library.{module}.tomllib", parser)
        yield

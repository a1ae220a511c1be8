from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from karani.library import Library, read_library
from karani.storage import Person, Storage, open_storage
from karani.web import create_app
from karani.web.assets import Assets
from karani.web.computing import Computing
from karani.web.tracks import Tracks
from tests.web.browser import Browser
from tests.web.people import ASHA, BEN, CHANDRA, DEV

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
BUILT = Assets("/static/app/assets/app-1.js", ("/static/app/assets/app-1.css",), ())

Open = Callable[[Person], Browser]


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library()


@pytest.fixture
def storage() -> Iterator[Storage]:
    opened = open_storage("sqlite://")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def tracks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracks]:
    """Tracks are the same for everyone, so they are rendered once for all tests."""
    shared = Tracks(tmp_path_factory.mktemp("tracks"))
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def computing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Computing]:
    """What is computed once may be used by all tests, too."""
    shared = Computing(tmp_path_factory.mktemp("cache") / "computed")
    yield shared
    shared.close()


@pytest.fixture
def opened(library: Library, storage: Storage, tracks: Tracks, computing: Computing) -> Open:
    """Open Karani as a person who told this about themselves."""
    app = create_app(
        storage,
        library,
        clock=lambda: NOW,
        zone=UTC,
        tracks=tracks,
        computing=computing,
        voice="silent",
        assets=BUILT,
    )

    def open_as(person: Person) -> Browser:
        storage.save_person(person)
        return Browser(app)

    return open_as


@pytest.fixture
def asha(opened: Open) -> Browser:
    return opened(ASHA)


@pytest.fixture
def ben(opened: Open) -> Browser:
    return opened(BEN)


@pytest.fixture
def chandra(opened: Open) -> Browser:
    return opened(CHANDRA)


@pytest.fixture
def dev(opened: Open) -> Browser:
    return opened(DEV)


@pytest.fixture
def newcomer(opened: Open) -> Browser:
    """Someone who has said nothing yet."""
    return opened(Person())

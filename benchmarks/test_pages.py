"""The server's time for a page: home, guide and library, and a practice among a year of them, in less than 30 ms."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.library import read_library
from karani.storage import DonePose, Mood, Person, Session, Storage, open_storage
from karani.web import create_app
from karani.web.assets import Assets
from karani.web.tracks import Tracks

PAGE_MOST_S = 0.030
EVENING = datetime(2026, 11, 19, 20, 12, tzinfo=UTC)
PRACTICED_DAYS = 365


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Ben's: two conditions told and a year of practice behind him, on a database file as at home."""
    folder = tmp_path_factory.mktemp("karani")
    storage = open_storage(f"sqlite:///{folder / 'journal.db'}")
    practice_for_a_year(storage)
    tracks = Tracks(folder / "tracks")
    app = create_app(storage, read_library(), tracks=tracks, assets=Assets("/app.js", ("/app.css",), ()))
    yield TestClient(app, base_url="http://127.0.0.1")
    tracks.close()
    storage.close()


def practice_for_a_year(storage: Storage) -> None:
    storage.save_person(Person(conditions=frozenset({"low-back-pain", "glaucoma"}), first_question_seen=True))
    for days in range(PRACTICED_DAYS):
        storage.save_session(session_of(EVENING - timedelta(days=days)))


def session_of(evening: datetime) -> Session:
    return Session(
        id=str(uuid4()),
        practice_id=None,
        need="stress",
        title="Twenty minutes to calm down",
        started_at=evening,
        ended_at=evening + timedelta(minutes=20),
        planned_seconds=1200,
        practiced_seconds=1200,
        outcome="finished",
        segments=(DonePose("viparita-karani", "viparita-karani-chair", 1200),),
        mood_before=Mood(calm=3, energy=5, head=4, body=4),
        mood_after=Mood(calm=6, energy=5, head=6, body=5),
    )


@pytest.mark.parametrize(
    "address",
    ["/", "/poses/viparita-karani", "/poses", "/collections/sleep"],
    ids=["home", "guide", "library", "collection"],
)
def test_home_and_guide_are_there_at_once(
    benchmark: BenchmarkFixture, client: TestClient, address: str
) -> None:
    client.get(address)  # the first one starts the rendering process, or composes the guide
    assert benchmark(client.get, address).status_code == 200
    assert median_s(benchmark) < PAGE_MOST_S


def test_one_practice_among_a_year_of_them(benchmark: BenchmarkFixture, client: TestClient) -> None:
    address = next(iter(re.findall(r'href="(/journal/[0-9a-f-]{36})"', client.get("/journal").text)))
    assert benchmark(client.get, address).status_code == 200
    assert median_s(benchmark) < PAGE_MOST_S


@pytest.mark.parametrize(
    "address", ["/poses?q=legs up", "/evidence", "/compare", "/you", "/about", "/journal"]
)
def test_other_pages(benchmark: BenchmarkFixture, client: TestClient, address: str) -> None:
    assert benchmark(client.get, address).status_code == 200


def test_a_plan(benchmark: BenchmarkFixture, client: TestClient) -> None:
    form = {"need": "stress", "minutes": "20", "to": "plan", "token": client.cookies["karani_token"]}
    address = client.post("/practices", data=form).url.path
    assert benchmark(client.get, address).status_code == 200

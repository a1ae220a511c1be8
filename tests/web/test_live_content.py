"""Edits of content show at the next page; a mistake is told and what was there stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from karani.library.reader import read_folder
from karani.storage import Storage
from karani.web import create_app
from karani.web.live_content import LiveContent
from tests.library.bench import copy_content
from tests.web.browser import Browser
from tests.web.conftest import BUILT

POSE = "poses/savasana/pose.toml"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_content(tmp_path_factory.mktemp("live") / "content").content


class Edited:
    """A folder under a server whose second passes when the test says so."""

    def __init__(self, content: Path, storage: Storage) -> None:
        self.content, self.now, self.told = content, 0.0, list[str]()
        app = create_app(storage, read_folder(content), assets=BUILT, voice="silent")
        app.state.live = LiveContent(content, read_folder, lambda: self.now, self.told.append)
        self.browser = Browser(app)

    def save(self, old: str, new: str) -> None:
        file = self.content / POSE
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.now += 2

    def title(self) -> str:
        page: str = self.browser.get("/poses/savasana").text
        return page.partition("<h1>")[2].partition("</h1>")[0]


@pytest.fixture
def edited(content: Path, storage: Storage) -> Iterator[Edited]:
    before = (content / POSE).read_bytes()
    yield Edited(content, storage)
    (content / POSE).write_bytes(before)


def test_a_saved_name_shows_at_the_next_page(edited: Edited) -> None:
    assert edited.title() == "Corpse Pose"
    edited.save('name = "Corpse Pose"', 'name = "Resting Pose"')
    assert edited.title() == "Resting Pose"
    assert edited.told == []


def test_a_mistake_is_told_once_and_changes_nothing(edited: Edited) -> None:
    edited.save('name = "Corpse Pose"', "name = 3")
    assert edited.title() == "Corpse Pose"
    edited.now += 2
    assert edited.title() == "Corpse Pose"
    assert len(edited.told) == 1
    assert "poses/savasana/pose.toml: name: found 3; a text in quotes would be right" in edited.told[0]


def test_within_a_second_nobody_looks_again(edited: Edited) -> None:
    edited.title()
    edited.save('name = "Corpse Pose"', 'name = "Resting Pose"')
    edited.now -= 2
    assert edited.title() == "Corpse Pose"

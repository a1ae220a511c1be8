"""Edits of content show at the next page; a mistake is told and what was there stays."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from karani.library.reader import read_folder
from karani.library.skeleton import skeleton_of
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


def test_a_pose_that_is_made_while_karani_serves_has_its_guide(edited: Edited) -> None:
    assert edited.browser.get("/poses/lying-on-a-hill").status_code == 404
    for name, text in skeleton_of("lying-on-a-hill", is_form=False).items():
        file = edited.content / "poses" / "lying-on-a-hill" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    edited.now += 2
    page = edited.browser.get("/poses/lying-on-a-hill")
    assert page.status_code == 200
    assert "<h1>Lying On A Hill</h1>" in page.text
    assert 'data-figure="/poses/lying-on-a-hill/figure.svg' in page.text
    assert edited.browser.get("/compare?a=lying-on-a-hill&b=savasana").status_code == 200
    assert edited.told == []
    shutil.rmtree(edited.content / "poses" / "lying-on-a-hill")


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

"""Every rule runs over every pose and every vocabulary of the packaged content."""

import pytest

from karani.library import check_library
from karani.library.check import list_files
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.rules.all_rules import (
    FILE_CRAFT,
    POSE_CRAFT,
    POSE_STRUCTURE,
    SHELF_CRAFT,
    SHELF_STRUCTURE,
)
from karani.library.rules.shelf import FileRule, PoseRule, Shelf, ShelfRule
from tests.library.bench import read_shelf

SHELF = read_shelf(PACKAGED_CONTENT)
FILES = list(list_files(PACKAGED_CONTENT))


@pytest.mark.parametrize("rule", [*POSE_STRUCTURE, *POSE_CRAFT], ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("slug", SHELF.library.poses)
def test_pose_follows_rule(shelf: Shelf, slug: str, rule: PoseRule) -> None:
    assert [str(finding) for finding in rule(shelf.library.poses[slug], shelf)] == []


@pytest.mark.parametrize("rule", [*SHELF_STRUCTURE, *SHELF_CRAFT], ids=lambda rule: rule.__name__)
def test_vocabularies_follow_rule(shelf: Shelf, rule: ShelfRule) -> None:
    assert [str(finding) for finding in rule(shelf)] == []


@pytest.mark.parametrize("rule", FILE_CRAFT, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize(("file", "text"), FILES, ids=[file for file, _ in FILES])
def test_file_follows_rule(shelf: Shelf, file: str, text: str, rule: FileRule) -> None:
    assert [str(finding) for finding in rule(file, text, shelf)] == []


def test_the_whole_check_finds_nothing() -> None:
    assert check_library() == ()

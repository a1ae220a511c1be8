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


@pytest.mark.parametrize("rule", [*POSE_STRUCTURE, *POSE_CRAFT], ids=lambda rule: rule.__name__)
def test_poses_follow_rule(shelf: Shelf, rule: PoseRule) -> None:
    poses = shelf.library.poses.values()
    assert [str(finding) for pose in poses for finding in rule(pose, shelf)] == []


@pytest.mark.parametrize("rule", [*SHELF_STRUCTURE, *SHELF_CRAFT], ids=lambda rule: rule.__name__)
def test_vocabularies_follow_rule(shelf: Shelf, rule: ShelfRule) -> None:
    assert [str(finding) for finding in rule(shelf)] == []


@pytest.mark.parametrize("rule", FILE_CRAFT, ids=lambda rule: rule.__name__)
def test_files_follow_rule(shelf: Shelf, rule: FileRule) -> None:
    files = list(list_files(PACKAGED_CONTENT))
    assert files
    assert [str(finding) for file, text in files for finding in rule(file, text, shelf)] == []


def test_the_whole_check_finds_nothing() -> None:
    assert check_library() == ()

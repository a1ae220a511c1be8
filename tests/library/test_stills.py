"""Which still each step of a pose shows."""

import pytest

from karani.library import Library, read_library
from karani.library.stills import arriving, changes, list_stills, spread

SLUGS = sorted(read_library().poses)


def test_a_change_of_place_is_a_new_still() -> None:
    assert changes(["seated", "seated", "side-lying", "supine", "supine"]) == [0, 0, 1, 2, 2]


def test_who_stays_in_the_last_place_is_in_the_pose() -> None:
    assert arriving([0, 1, 2, 2, 2], held=3) == (0, 1, 2, 3, 3)


def test_who_arrives_with_the_last_step_is_in_the_pose() -> None:
    assert arriving([0, 0, 1], held=2) == (0, 0, 2)


def test_stills_of_a_poses_own_are_shared_out_over_its_steps() -> None:
    assert spread(5, 3) == (0, 0, 1, 1, 2)


def test_legs_up_the_wall_leads_by_sitting_and_the_side(library: Library) -> None:
    stills = list_stills(library.pose("viparita-karani"))
    assert stills.enter[:2] == (0, 1)
    assert stills.enter[-1] == stills.held


@pytest.mark.parametrize("slug", SLUGS)
def test_every_step_has_a_still_on_its_side_of_the_pose(library: Library, slug: str) -> None:
    pose = library.pose(slug)
    stills = list_stills(pose)
    assert 0 <= stills.held < stills.count
    if pose.steps is None:
        return
    assert len(stills.enter) == len(pose.steps.enter)
    assert len(stills.exit) == len(pose.steps.exit)
    assert list(stills.enter) == sorted(stills.enter)
    assert all(still <= stills.held for still in stills.enter)
    assert all(stills.held <= still < stills.count for still in stills.exit), (
        "the first steps may still be in it"
    )
    assert stills.exit[-1] > stills.held
    assert stills.enter[-1] == stills.held

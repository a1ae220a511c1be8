"""The balance of forces in a posture, and what is said of each muscle."""

from dataclasses import replace

import pytest

from karani.body import Body, solve_posture
from karani.library import Library
from karani.muscles import MuscleModel, Muscles, solve_muscles


@pytest.fixture(scope="module")
def lying(library: Library, asha: Body, ashas_muscles: MuscleModel) -> Muscles:
    return solve_muscles(solve_posture(library.pose("savasana"), asha), ashas_muscles)


def test_supports_carry_the_whole_weight(lying: Muscles) -> None:
    upward = sum(contact.force_world_n[2] for contact in lying.contacts)
    assert upward == pytest.approx(lying.body_weight_n, rel=1e-3)


def test_nothing_but_supports_holds_the_body_up(lying: Muscles) -> None:
    assert lying.root_reserve_n < 1


def test_muscles_without_a_path_are_not_computed_rather_than_at_rest(lying: Muscles) -> None:
    assert lying.group("trapezius", "right").state == "not-computed"
    assert lying.group("trapezius", "right").activation is None


def test_left_mirrors_right_where_the_pose_does(lying: Muscles) -> None:
    for group in lying.groups:
        if group.side == "left" and group.activation is not None:
            other = lying.group(group.name, "right").activation
            assert other == pytest.approx(group.activation, abs=0.02), group.name


def test_of_a_posture_that_falls_only_the_stretch_is_told(
    library: Library, asha: Body, ashas_muscles: MuscleModel
) -> None:
    standing = solve_posture(library.pose("tadasana"), asha)
    x = standing.coordinates.copy()
    x[3] += 0.4  # leans far over its toes
    falling = solve_muscles(replace(standing, coordinates=x), ashas_muscles)
    assert not falling.solved
    assert "would fall" in falling.outcome
    assert {group.activation for group in falling.groups} == {None}
    assert not [group for group in falling.groups if group.state in ("working", "working-long", "rest")]

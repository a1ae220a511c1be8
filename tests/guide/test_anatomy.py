"""Muscles in words and shades: strongest first, both sides as one where they are alike, nothing said that was not computed."""

from typing import Any, cast

import pytest

from karani.figure import State
from karani.guide.anatomy import FULL_WORK, describe_anatomy, shades_of
from karani.library import Library
from karani.muscles import GroupState, Muscles


def muscles_with(*groups: GroupState) -> Muscles:
    return Muscles(
        pose="any",
        muscles=(),
        groups=groups,
        effort=0.1,
        max_reserve_nm=0.0,
        max_reserve_joint="",
        root_reserve_n=0.0,
        contacts=(),
        limb_contacts=(),
        body_weight_n=600.0,
    )


def group(name: str, side: str, state: State, **numbers: float) -> GroupState:
    values = {"stretch_n": 0.0, "stretch_share": 0.0, "activation": 0.0, "force_n": 0.0, "length_ratio": 1.0}
    return GroupState(name, side, cast("Any", str(state)), **(values | numbers))


STRETCHED = {"stretch_n": 90.0, "force_n": 90.0, "stretch_share": 0.06}


def test_both_sides_that_are_alike_are_told_as_one(library: Library) -> None:
    both = [group("hamstrings", side, State.STRETCHED, **STRETCHED) for side in ("left", "right")]
    told = describe_anatomy(muscles_with(*both), library.muscle_groups)
    assert [(row.group, row.side) for row in told.busy] == [("hamstrings", "both")]
    assert told.summary == "Stretched: hamstrings."


def test_sides_that_differ_are_told_apart(library: Library) -> None:
    left = group("hamstrings", "left", State.STRETCHED, **STRETCHED)
    right = group("hamstrings", "right", State.REST)
    told = describe_anatomy(muscles_with(left, right), library.muscle_groups)
    assert [(row.group, row.side) for row in told.busy] == [("hamstrings", "left")]
    assert told.resting == ("hamstrings",)


def test_the_strongest_comes_first_and_slack_last(library: Library) -> None:
    told = describe_anatomy(
        muscles_with(
            group("piriformis", "left", State.SLACK),
            group("hamstrings", "left", State.STRETCHED, **STRETCHED),
            group("vasti", "left", State.WORKING, activation=0.5, force_n=400.0),
        ),
        library.muscle_groups,
    )
    assert [row.group for row in told.busy] == ["vasti", "hamstrings", "piriformis"]


def test_words_carry_force_share_joint_and_error(library: Library) -> None:
    muscles = muscles_with(group("hamstrings", "left", State.STRETCHED, **STRETCHED))
    words = shades_of(muscles, library.muscle_groups)["hamstrings", "left"].words
    for part in ("Hamstrings", "90 N", "6 %", "hip and knee", "error a third", "biceps femoris"):
        assert part in words


def test_what_was_not_computed_has_no_numbers(library: Library) -> None:
    muscles = muscles_with(GroupState("trapezius", "left", "not-computed"))
    told = describe_anatomy(muscles, library.muscle_groups)
    assert told.busy == ()
    assert told.not_computed == ("trapezius",)
    assert " N," not in shades_of(muscles, library.muscle_groups)["trapezius", "left"].words


@pytest.mark.parametrize(("activation", "step"), [(0.02, 1), (0.1, 2), (0.2, 3), (0.4, 4)])
def test_work_is_shaded_by_the_root_of_activation(activation: float, step: int, library: Library) -> None:
    muscles = muscles_with(group("vasti", "left", State.WORKING, activation=activation, force_n=1.0))
    shade = shades_of(muscles, library.muscle_groups)["vasti", "left"]
    assert shade.share == pytest.approx((activation / FULL_WORK) ** 0.5)
    assert shade.step == step

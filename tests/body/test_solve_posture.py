"""Poses of the library in the bodies of named people."""

from dataclasses import replace

import numpy as np
import pytest

from karani.body import Body
from karani.body.motion import motion_of
from karani.body.posture import posture_to_dict
from karani.body.settings import choose_settings
from karani.body.solve_posture import solve_posture, solve_spec
from karani.body.terms.balance import mass_center
from karani.body.wishes import wishes_of
from karani.errors import BodyError
from karani.library import Library
from karani.library.pose import Contact

WALL_POSE = "viparita-karani"
NOT_YET_REACHED = frozenset("bharadvajasana-supported salamba-balasana".split())
"""Poses whose posture still stays short of a contact in an average body; each says so."""


def test_asha_reaches_the_poses_of_the_library(asha: Body, library: Library) -> None:
    postures = [solve_posture(pose, asha) for pose in library.poses.values()]
    unsolved = [posture for posture in postures if not posture.solved]
    assert {posture.pose for posture in unsolved} <= NOT_YET_REACHED
    assert all("cm; shown is the nearest posture" in posture.outcome for posture in unsolved)


def test_legs_up_the_wall_is_legs_up_the_wall(asha: Body, library: Library) -> None:
    posture = solve_posture(library.pose(WALL_POSE), asha)
    heights = posture.heights_cm
    assert heights["head"] < 15
    assert heights["hip"] < 15
    assert heights["knee"] == pytest.approx(heights["hip"] + 38, abs=6)
    assert heights["ankle"] > 70
    assert ("heels", "wall") in {(contact.part, contact.surface) for contact in posture.contacts}


def test_stiff_ben_lies_farther_from_the_wall_than_asha(asha: Body, ben: Body, library: Library) -> None:
    pose = library.pose(WALL_POSE)
    near, far = (solve_posture(pose, body).wall_distance_cm for body in (asha, ben))
    assert near is not None
    assert far is not None
    assert far > near + 10


@pytest.mark.parametrize("distance_cm", [10.0, 25.0, 45.0])
def test_asha_chooses_her_distance_from_the_wall(distance_cm: float, asha: Body, library: Library) -> None:
    posture = solve_posture(library.pose(WALL_POSE), asha, {"wall_distance_cm": distance_cm})
    assert posture.solved
    assert posture.wall_distance_cm == pytest.approx(distance_cm, abs=0.5)


def test_a_warm_start_gives_the_same_posture(asha: Body, library: Library) -> None:
    first = solve_posture(library.pose(WALL_POSE), asha)
    again = solve_posture(library.pose(WALL_POSE), asha, start=first)
    np.testing.assert_allclose(again.coordinates[6:], first.coordinates[6:], atol=np.radians(3))


def test_who_bends_forward_standing_keeps_the_weight_over_the_feet(asha: Body, library: Library) -> None:
    pose = library.pose("uttanasana")
    posture = solve_posture(pose, asha)
    wishes = wishes_of(asha, pose.posture, choose_settings(pose.posture, {}, pose.slug))
    center = mass_center(wishes.carrier, motion_of(wishes.carrier, posture.coordinates))
    heel, toes = posture.frames["calcn_r"][0][1], posture.frames["toes_r"][0][1]
    assert min(heel, toes) < center[1] < max(heel, toes)


def test_what_cannot_be_reached_says_so(asha: Body, library: Library) -> None:
    spec = library.pose("savasana").posture
    impossible = replace(spec, contacts=(*spec.contacts, Contact("knees", "floor")))
    posture = solve_spec("face-up-on-the-knees", impossible, asha)
    assert not posture.solved
    assert posture.residual_cm > 1
    assert "does not reach the whole pose" in posture.outcome


def test_a_setting_out_of_its_range_is_refused(asha: Body, library: Library) -> None:
    with pytest.raises(BodyError, match="it may be 0 to 60"):
        solve_posture(library.pose(WALL_POSE), asha, {"wall_distance_cm": 90})


def test_a_setting_that_is_not_a_number_is_refused(asha: Body, library: Library) -> None:
    with pytest.raises(BodyError, match="nan"):
        solve_posture(library.pose(WALL_POSE), asha, {"wall_distance_cm": float("nan")})


def test_a_setting_the_pose_does_not_have_is_refused(asha: Body, library: Library) -> None:
    with pytest.raises(BodyError, match="Free in this pose: wall_distance_cm"):
        solve_posture(library.pose(WALL_POSE), asha, {"mood": 3})


def test_an_unknown_angle_is_refused_with_those_there_are(asha: Body, library: Library) -> None:
    spec = library.pose("savasana").posture
    with pytest.raises(BodyError, match=r"'hip_flexx' is not an angle of a posture\. Angles are: hip_flex,"):
        solve_spec("misspelt", replace(spec, common_deg={"hip_flexx": 10.0}), asha)


def test_an_unknown_part_is_refused_with_those_there_are(asha: Body, library: Library) -> None:
    spec = library.pose("savasana").posture
    with pytest.raises(BodyError, match="'tail' is not a part that can rest"):
        solve_spec("tailed", replace(spec, contacts=(Contact("tail", "floor"),)), asha)


def test_a_posture_is_never_changed_afterwards(asha: Body, library: Library) -> None:
    posture = solve_posture(library.pose("savasana"), asha)
    with pytest.raises(ValueError, match="read-only"):
        posture.coordinates[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        posture.frames["pelvis"][0][0] = 1.0


def test_as_json_it_has_the_promised_keys(asha: Body, library: Library) -> None:
    printed = posture_to_dict(solve_posture(library.pose(WALL_POSE), asha))
    assert {
        "pose", "person", "joints_deg", "heights_cm", "contacts", "wall_distance_cm", "solved", "residual_cm", "outcome",
    } <= set(printed)  # fmt: skip
    assert {"segment", "surface", "force_n"} <= set(printed["contacts"][0])
    assert {"head", "heart", "hip", "knee", "ankle"} <= set(printed["heights_cm"])

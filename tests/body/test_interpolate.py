import numpy as np
import pytest

from karani.body import Body
from karani.body.interpolate import brought_out, coordinates_between, interpolate, set_down
from karani.body.key_postures import place_specs, solve_way_in, solve_way_out
from karani.body.mirror import mirror_image
from karani.body.motion import carrier_of, motion_of
from karani.body.posture import Posture
from karani.body.solve_posture import solve_spec
from karani.body.space import whole_space
from karani.body.surfaces import WALL
from karani.library import Library

WALL_POSE = "viparita-karani"


@pytest.fixture(scope="module")
def way_in(asha: Body, library: Library) -> tuple[Posture, ...]:
    return solve_way_in(library.pose(WALL_POSE), asha)


def test_every_place_that_steps_lead_through_has_a_posture(library: Library) -> None:
    places = {place for pose in library.poses.values() if pose.steps for place in places_of(pose.steps)}
    assert places <= set(place_specs())


def places_of(steps: object) -> set[str]:
    return {steps.starts_at, *(step.place for step in (*steps.enter, *steps.exit))}  # type: ignore[attr-defined]  # every pose that is led has steps


@pytest.mark.parametrize("place", sorted(place_specs()))
def test_asha_can_be_in_every_place(place: str, asha: Body) -> None:
    posture = solve_spec(place, place_specs()[place], asha)
    assert posture.residual_cm < 3, posture.outcome


def test_the_ends_are_the_postures_themselves(way_in: tuple[Posture, ...]) -> None:
    stations = [posture.coordinates for posture in way_in]
    np.testing.assert_allclose(coordinates_between(stations, 0.0)[6:], way_in[0].coordinates[6:], atol=1e-9)
    np.testing.assert_allclose(coordinates_between(stations, 1.0)[6:], way_in[-1].coordinates[6:], atol=1e-9)


def test_legs_go_up_the_wall_from_sitting_beside_it(way_in: tuple[Posture, ...]) -> None:
    assert way_in[0].pose == "viparita-karani: Sit beside the wall"
    assert way_in[-1].pose == WALL_POSE
    assert way_in[0].frames["head"][0][2] > 0.6
    assert way_in[-1].frames["head"][0][2] < 0.15


def test_who_leaves_the_wall_comes_to_the_side(asha: Body, library: Library) -> None:
    way_out = solve_way_out(library.pose(WALL_POSE), asha)
    assert way_out[0].pose == WALL_POSE
    assert way_out[-1].pose == "viparita-karani: On one side"


def test_nobody_floats_or_goes_through_the_wall_on_the_way(asha: Body, way_in: tuple[Posture, ...]) -> None:
    carrier = carrier_of(asha, whole_space(asha.coordinates))
    stations = [posture.coordinates for posture in way_in]
    for share in np.linspace(0, 1, 25):
        x = brought_out(asha, set_down(asha, coordinates_between(stations, float(share))), [WALL])
        points = motion_of(carrier, x).points
        assert points[:, 2].min() == pytest.approx(-0.004, abs=1e-6)
        assert points[:, 1].min() > -0.010


def test_frames_come_one_near_the_other(asha: Body, way_in: tuple[Posture, ...]) -> None:
    shares = np.linspace(0, 1, 60)
    heads = np.array([interpolate(asha, way_in, float(share))["head"][0] for share in shares])
    assert np.linalg.norm(np.diff(heads, axis=0), axis=1).max() < 0.25


def test_the_feet_of_who_bends_forward_stay_where_they_stood(asha: Body, library: Library) -> None:
    way_in = solve_way_in(library.pose("uttanasana"), asha)
    heels = [interpolate(asha, way_in, share)["calcn_r"][0] for share in np.linspace(0, 1, 21)]
    assert np.linalg.norm(np.ptp(heels, axis=0)) < 0.03


def test_who_lies_on_the_side_looks_at_the_viewer(asha: Body, library: Library) -> None:
    on_the_side = solve_way_out(library.pose(WALL_POSE), asha)[-1]
    front = on_the_side.frames["torso"][1][:, 0]
    assert front[0] > 0.7


def test_a_still_begins_as_the_pose_and_changes_what_it_names(library: Library) -> None:
    pose = library.pose("uttanasana").posture
    half_way = next(step for step in pose.steps if step.name == "Half way")
    assert half_way.spec.common_deg["hip_flex"] < pose.common_deg["hip_flex"]
    assert half_way.spec.common_deg["forearm_sup"] == pose.common_deg["forearm_sup"]
    assert half_way.spec.balanced


def test_the_chair_stands_there_before_the_legs_are_on_it(asha: Body, library: Library) -> None:
    way_in = solve_way_in(library.pose("uttanasana-chair"), asha)
    assert any(surface.name == "chair" for surface in way_in[0].surfaces)


def test_a_prop_that_would_stand_in_somebody_is_not_there_yet(asha: Body, library: Library) -> None:
    way_in = solve_way_in(library.pose("viparita-karani-support"), asha)
    assert not any(surface.name == "block" for surface in way_in[0].surfaces)
    assert any(surface.name == "block" for surface in way_in[-1].surfaces)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_mirror_image_of_a_mirror_image_is_the_posture(asha: Body, library: Library, share: float) -> None:
    way_in = solve_way_in(library.pose("side-rest"), asha)
    still = way_in[round(share * (len(way_in) - 1))]
    again = mirror_image(mirror_image(still, asha), asha)
    np.testing.assert_allclose(again.coordinates, still.coordinates, atol=1e-12)
    other = mirror_image(still, asha)
    np.testing.assert_allclose(
        other.frames["femur_l"][0] - other.frames["pelvis"][0],
        (still.frames["femur_r"][0] - still.frames["pelvis"][0]) * [-1, 1, 1],
        atol=1e-3,  # the two halves of the source differ by a tenth of a millimeter
    )

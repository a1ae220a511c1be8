"""Laws of drawing: left mirrors right, the bind posture is the skin itself, a larger body is drawn larger."""

from dataclasses import replace
from typing import Literal

import mujoco
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karani.body import Body, Person, make_body
from karani.errors import FigureError
from karani.figure import Camera, Options, draw
from karani.figure.bake.makehuman import BODY_POINTS
from karani.figure.bind import BIND_DEG, bind_frames
from karani.figure.growth import grown_points, heaviness, skin_of
from karani.figure.skin import read_skin
from karani.figure.skinning import body_moves, skinned
from tests.figure.free import free_posture
from tests.figure.svg_reading import numbers

ANGLES = st.fixed_dictionaries({
    "hip_flexion_{}": st.floats(0, 90),
    "knee_angle_{}": st.floats(0, 100),
    "shoulder_elv_{}": st.floats(10, 100),
    "elbow_flexion_{}": st.floats(5, 100),
})  # fmt: skip


def on_side(angles: dict[str, float], side: str) -> dict[str, float]:
    return BIND_DEG | {joint.format(side): angle for joint, angle in angles.items()}


def start_and_steps(data: str) -> tuple[float, float]:
    """Width and height of what a path covers, from its relative cubics."""
    places = np.array(numbers(data.split("z", maxsplit=1)[0])[2:]).reshape(-1, 6)[:, 4:].cumsum(0)
    width, height = np.ptp(places, axis=0)
    return float(width), float(height)


@settings(max_examples=5)
@given(angles=ANGLES)
def test_the_picture_of_a_mirrored_posture_is_the_mirrored_picture(
    asha: Body, angles: dict[str, float]
) -> None:
    right = draw(free_posture(asha, on_side(angles, "r")), asha, Options(camera=Camera(25, 6)))
    left = draw(free_posture(asha, on_side(angles, "l")), asha, Options(camera=Camera(-25, 6)))
    assert right.width == pytest.approx(left.width, abs=6)
    assert right.height == pytest.approx(left.height, abs=6)
    assert start_and_steps(right.silhouette.data) == pytest.approx(
        start_and_steps(left.silhouette.data), abs=8
    )


def test_in_the_bind_posture_the_skin_is_where_it_was_grown(asha: Body) -> None:
    skin, bind = skin_of(asha.person), bind_frames(asha)
    grown = grown_points(skin, asha, bind)
    assert skinned(skin, grown, *body_moves(skin, bind, bind)) == pytest.approx(grown, abs=1e-9)


def test_a_turn_of_the_whole_body_turns_the_whole_skin(asha: Body) -> None:
    skin, bind = skin_of(asha.person), bind_frames(asha)
    grown = grown_points(skin, asha, bind)
    turn = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]])
    turned = {name: (turn @ place, turn @ own) for name, (place, own) in bind.items()}
    assert skinned(skin, grown, *body_moves(skin, bind, turned)) == pytest.approx(grown @ turn.T, abs=1e-9)


@pytest.mark.parametrize("height_cm", [140, 168, 205])
@pytest.mark.parametrize("sex", ["female", "male"])
def test_a_person_is_drawn_as_tall_as_they_are(
    model: mujoco.MjModel, height_cm: float, sex: Literal["female", "male"]
) -> None:
    body = make_body(
        Person(height_cm=height_cm, mass_kg=max(40, 22 * (height_cm / 100) ** 2), sex=sex), model
    )
    points = grown_points(skin_of(body.person), body, bind_frames(body))[:BODY_POINTS]
    assert 100 * np.ptp(points[:, 2]) == pytest.approx(height_cm, rel=0.03)


def test_a_heavier_person_of_the_same_height_is_wider(asha: Body) -> None:
    heavy = replace(asha, person=replace(asha.person, mass_kg=105.0))
    skin, bind = skin_of(asha.person), bind_frames(asha)
    lean_points, heavy_points = (grown_points(skin, body, bind) for body in (asha, heavy))
    belly = np.abs(lean_points[:, 2] - lean_points[:BODY_POINTS, 2].max() * 0.6) < 0.05
    assert np.ptp(heavy_points[belly, 1]) > np.ptp(lean_points[belly, 1]) + 0.03


def test_build_stays_within_the_baked_bodies() -> None:
    assert heaviness(Person(height_cm=200, mass_kg=40)) >= -0.25
    assert heaviness(Person(height_cm=140, mass_kg=140)) <= 1.2


def test_every_sex_has_a_lean_and_a_large_body_with_the_same_points() -> None:
    for name in ("woman", "man"):
        lean, large = read_skin(name), read_skin(f"{name}-large")
        assert lean.points.shape == large.points.shape
        assert (lean.triangles == large.triangles).all()
        assert np.linalg.norm(large.points - lean.points, axis=1).max() > 0.03


def test_weights_of_every_point_sum_to_one() -> None:
    assert read_skin("woman").weights.sum(1) == pytest.approx(1.0)


def test_breathing_in_lifts_the_belly_more_than_the_chest_and_neither_hand_nor_head() -> None:
    skin = read_skin("woman")
    assert 0.012 < skin.breath.max() <= 0.016 * 1.25
    assert skin.breath[skin.part != 0].max() < 0.008


def test_a_place_that_is_no_number_is_refused_in_a_sentence(asha: Body) -> None:
    posture = free_posture(asha, BIND_DEG)
    frames = posture.frames | {"head": (np.full(3, np.nan), np.eye(3))}
    with pytest.raises(FigureError, match="no number"):
        draw(replace(posture, frames=frames), asha)


def test_a_body_that_is_missing_is_named(asha: Body) -> None:
    posture = free_posture(asha, BIND_DEG)
    frames = {name: frame for name, frame in posture.frames.items() if name != "tibia_l"}
    with pytest.raises(FigureError, match="'tibia_l'"):
        draw(replace(posture, frames=frames), asha)


def test_a_skin_that_was_not_baked_is_named() -> None:
    with pytest.raises(FigureError, match="'giant'"):
        read_skin("giant")

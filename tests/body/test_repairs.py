"""Each repair on its own: what is wrong without it, and right with it."""

from functools import cache

import mujoco
import numpy as np
import pytest

from karani.body.coordinates import Coordinates, read_coordinates
from karani.body.model import compile_model, read_source
from karani.body.repairs import (
    REPAIRS,
    Repair,
    add_mid_thoracic_joint,
    add_neck_joints,
    leave_out_bone_meshes,
    mend_knee_translations,
    reroute_leg_muscles,
    restore_lost_wraps,
    share_lumbar_bending,
    widen_ranges,
)


@cache
def compiled(without: Repair | None) -> mujoco.MjModel:
    return compile_model(tuple(repair for repair in REPAIRS if repair is not without))


def posed(model: mujoco.MjModel, **angles_deg: float) -> mujoco.MjData:
    coordinates: Coordinates = read_coordinates(model)
    x = np.zeros(coordinates.count)
    for name, angle in angles_deg.items():
        x[coordinates.number(name)] = np.radians(angle)
    data = mujoco.MjData(model)
    data.qpos[:] = coordinates.positions(x)
    mujoco.mj_forward(model, data)
    return data


def length_m(data: mujoco.MjData, muscle: str) -> float:
    return float(data.actuator(muscle).length[0])


def test_gluteus_maximus_goes_round_the_pelvis(model: mujoco.MjModel) -> None:
    without = posed(compiled(restore_lost_wraps), hip_flexion_r=90)
    assert length_m(posed(model, hip_flexion_r=90), "glmax1_r") - length_m(without, "glmax1_r") > 0.010


def trunk_turn_deg(model: mujoco.MjModel, bend_deg: float) -> float:
    straight, bent = posed(model), posed(model, flex_extension=bend_deg)
    between = bent.body("thorax_lower").xmat.reshape(3, 3).T @ straight.body("thorax_lower").xmat.reshape(
        3, 3
    )
    return float(np.degrees(np.arccos((np.trace(between) - 1) / 2)))


def test_the_trunk_turns_by_what_the_low_back_bends(model: mujoco.MjModel) -> None:
    assert trunk_turn_deg(model, -40) == pytest.approx(40, abs=0.1)
    assert trunk_turn_deg(compiled(share_lumbar_bending), -40) < 20


def shin_drop_m(model: mujoco.MjModel) -> float:
    return float(posed(model).body("tibia_r").xpos[2] - posed(model, knee_angle_r=90).body("tibia_r").xpos[2])


def test_a_bent_knees_shin_slides_down_not_up(model: mujoco.MjModel) -> None:
    assert shin_drop_m(model) > 0.008
    assert shin_drop_m(compiled(mend_knee_translations)) < 0.002


def test_the_abductors_run_as_measured(model: mujoco.MjModel) -> None:
    without = posed(compiled(reroute_leg_muscles))
    assert length_m(posed(model), "glmed2_r") - length_m(without, "glmed2_r") > 0.015


@cache
def source() -> mujoco.MjSpec:
    return read_source()


@pytest.mark.parametrize(
    ("repair", "joint"),
    [
        (add_neck_joints, "neck_flexion"),
        (add_neck_joints, "head_flexion"),
        (add_mid_thoracic_joint, "thoracic_flexion"),
    ],
)
def test_neck_and_middle_back_bend(model: mujoco.MjModel, repair: Repair, joint: str) -> None:
    assert source().joint(joint) is None
    assert repair in REPAIRS
    assert joint in read_coordinates(model).names


def test_bending_the_neck_brings_the_chin_down(model: mujoco.MjModel) -> None:
    straight, bent = posed(model).body("head"), posed(model, neck_flexion=40).body("head")
    assert (
        bent.xmat.reshape(3, 3)[2, 0] < straight.xmat.reshape(3, 3)[2, 0]
    )  # its own forward axis points down


def test_the_low_back_stays_when_the_middle_back_bends(model: mujoco.MjModel) -> None:
    straight, bent = posed(model), posed(model, thoracic_flexion=20)
    assert length_m(bent, "LTpT_T12_r") == pytest.approx(length_m(straight, "LTpT_T12_r"), abs=1e-9)
    assert bent.body("head").xpos[1] < straight.body("head").xpos[1] - 0.05


def test_knees_bend_as_far_as_kneeling_needs(model: mujoco.MjModel) -> None:
    assert np.degrees(model.joint("knee_angle_r").range[1]) > 150
    assert np.degrees(source().joint("knee_angle_r").range[1]) < 125
    assert widen_ranges in REPAIRS


def test_the_compiled_body_is_small_and_weighs_the_same(model: mujoco.MjModel) -> None:
    whole = compiled(leave_out_bone_meshes)
    assert model.nmesh == 0
    assert whole.nmesh > 100
    np.testing.assert_allclose(model.body_mass, whole.body_mass, rtol=1e-9)

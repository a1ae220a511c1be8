"""What holds for every body in every pose. `--hypothesis-profile=thorough` surveys forty bodies in each pose."""

import re

import mujoco
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from karani.body import Body, Person, make_body, segment_frames
from karani.body.motion import carrier_of, motion_of
from karani.body.muscle_geometry import muscle_geometry
from karani.body.posture import Posture
from karani.body.settings import Settings
from karani.body.solve_posture import solve_posture
from karani.body.space import mirrored_space, whole_space
from karani.body.wishes import is_symmetric, wishes_of
from karani.library import Library, read_library
from tests.body.people import anybody, crowd, people, times_usual

TOLERANCE_CM = 1.0
BONES = (("femur_r", "tibia_r"), ("tibia_r", "talus_r"), ("humerus_r", "ulna_r"), ("torso", "head_attach"))
Solved = list[tuple[Body, Posture]]

few = settings(
    max_examples=5 * times_usual(),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module", params=sorted(read_library().poses))
def postures(request: pytest.FixtureRequest, model: mujoco.MjModel, library: Library) -> Solved:
    """One pose in a body that nobody chose; in forty bodies in a thorough run."""
    pose = library.pose(request.param)
    bodies = [make_body(person, model) for person in crowd(pose.slug, times_usual())]
    return [(body, solve_posture(pose, body)) for body in bodies]


def test_what_is_solved_touches_and_goes_through_nothing(postures: Solved, library: Library) -> None:
    for body, posture in postures:
        if posture.solved:
            assert max((abs(contact.gap_cm) for contact in posture.contacts), default=0) <= TOLERANCE_CM
            assert deepest_cm(posture, body, library) <= TOLERANCE_CM


def test_what_is_not_solved_says_what_is_off_and_how_far(postures: Solved) -> None:
    for _, posture in postures:
        if not posture.solved:
            assert posture.residual_cm > TOLERANCE_CM
            assert re.search(
                rf"by {posture.residual_cm:.1f} cm; shown is the nearest posture", posture.outcome
            )


def deepest_cm(posture: Posture, body: Body, library: Library) -> float:
    """In a surface, or in a limb beyond what flesh gives way."""
    spec = library.pose(posture.pose).posture
    wishes = wishes_of(body, spec, Settings(posture.settings, frozenset()))
    motion = motion_of(wishes.carrier, posture.coordinates)
    depths = [thing.depth(motion) for thing in wishes.clearances]
    depths += [pair.depth(motion) for pair in wishes.body_clearances]
    return 100 * max(depths)


def test_left_mirrors_right(postures: Solved, library: Library) -> None:
    for _, posture in postures:
        joints = posture.joints_deg
        if is_symmetric(library.pose(posture.pose).posture):
            left = {name: joints[f"{name[:-2]}_l"] for name in joints if name.endswith("_r")}
            assert left == pytest.approx({name: joints[name] for name in left}, abs=1e-9)


def test_segments_keep_their_length(postures: Solved) -> None:
    for body, posture in postures:
        standing = segment_frames(body, np.zeros(body.coordinates.count))
        for start, end in BONES:
            here = np.linalg.norm(posture.frames[start][0] - posture.frames[end][0])
            there = np.linalg.norm(standing[start][0] - standing[end][0])
            assert here == pytest.approx(there, abs=0.012), (start, end)  # the knee slides by a centimeter


@few
@given(scale=st.floats(0.82, 1.15))
def test_a_scaled_persons_angles_equal_the_unscaled_ones_without_props(
    scale: float, model: mujoco.MjModel, library: Library
) -> None:
    whole = make_body(Person(height_cm=176.8, mass_kg=66, sex="male"), model)
    grown = Person(height_cm=176.8 * scale, mass_kg=max(40, 66 * scale**3), sex="male")
    pose = library.pose("savasana")
    here = solve_posture(pose, make_body(grown, model)).joints_deg
    there = solve_posture(pose, whole).joints_deg
    trunk_and_legs = [
        name for name in here if name.startswith(("hip", "knee", "ankle", "flex_ext", "thoracic"))
    ]
    assert max(abs(here[name] - there[name]) for name in trunk_and_legs) < 3


@few
@given(person=anybody())
def test_masses_sum_to_the_persons(person: Person, model: mujoco.MjModel) -> None:
    assert make_body(person, model).model.body_mass.sum() == pytest.approx(person.mass_kg, rel=1e-9)


@few
@given(person=people())
def test_the_body_is_as_tall_as_the_person(person: Person, model: mujoco.MjModel) -> None:
    heights = make_body(person, model).flesh.standing[:, 1]
    assert 100 * np.ptp(heights) == pytest.approx(person.height_cm, abs=2.5)


@few
@given(seed=st.integers(0, 2**32 - 1), mirrored=st.booleans())
def test_analytic_motion_equals_the_difference_quotient(seed: int, mirrored: bool, asha: Body) -> None:
    chance = np.random.default_rng(seed)
    space = mirrored_space(asha.coordinates) if mirrored else whole_space(asha.coordinates)
    carrier = carrier_of(asha, space)
    low, high = np.clip(space.low, -1, 1), np.clip(space.high, -1, 1)
    x = space.moved(np.zeros(asha.coordinates.count), chance.uniform(low, high))
    points = chance.integers(0, len(asha.flesh.segments), 40)
    directions = chance.normal(size=(40, 3))
    motion = motion_of(carrier, x)
    for column in range(space.count):
        step = np.zeros(space.count)
        step[column] = 1e-6
        moved = motion_of(carrier, space.moved(x, step)).points[points] - motion.points[points]
        quotient = (moved * directions).sum(axis=1) / 1e-6
        np.testing.assert_allclose(motion.rows(carrier, points, directions)[:, column], quotient, atol=1e-4)


@few
@given(seed=st.integers(0, 2**32 - 1))
def test_moment_arms_are_the_slopes_of_lengths(seed: int, unscaled: Body) -> None:
    chance = np.random.default_rng(seed)
    names = ("hip_flexion_r", "knee_angle_r", "ankle_angle_r", "flex_extension", "elbow_flexion_l")
    x = np.zeros(unscaled.coordinates.count)
    for name in names:
        x[unscaled.coordinates.number(name)] = chance.uniform(0.05, 0.6)
    here = muscle_geometry(unscaled, x)
    for name in names:
        ahead, back = x.copy(), x.copy()
        ahead[unscaled.coordinates.number(name)] += 1e-5
        back[unscaled.coordinates.number(name)] -= 1e-5
        slopes = (muscle_geometry(unscaled, ahead).lengths - muscle_geometry(unscaled, back).lengths) / 2e-5
        off = np.abs(here.moment_arms[:, unscaled.coordinates.number(name)] + slopes)
        assert np.quantile(off, 0.98) < 1e-4  # a path that just meets its wrap has a corner there

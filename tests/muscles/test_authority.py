"""What is known of poses: who rests, who works, and that two solvers say the same."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import clarabel
import mujoco
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse

from karani.body import Body, Person, Posture, make_body, solve_posture
from karani.body.solve_posture import solve_spec
from karani.library import Library
from karani.library.fields import Fields
from karani.library.read_posture import read_posture
from karani.muscles import Muscles, make_muscles, solve_muscles
from karani.muscles.mechanics import mechanics_at
from karani.muscles.model import MuscleModel
from karani.muscles.solve_muscles import posture_program
from karani.muscles.static_optimization import Program, solve_program
from karani.muscles.stretch import stretch_at
from karani.muscles.supports import supports_of

POSTURES = Path(__file__).parent / "postures"
ARMS = {"deltoid", "triceps", "elbow-flexors", "rotator-cuff", "pectoralis-major", "latissimus-dorsi"}
BRIDGES = ("bridge-far", "bridge", "bridge-near")
RESTFUL = 0.05


@pytest.fixture(scope="module")
def maya(model: mujoco.MjModel) -> MuscleModel:
    """Practices daily; her straight leg lifts upright."""
    person = Person(height_cm=168, mass_kg=62, sex="female", straight_leg_raise_deg=90)
    return make_muscles(make_body(person, model))


def own_posture(name: str, body: Body) -> Posture:
    fields = Fields(name, tomllib.loads((POSTURES / f"{name}.toml").read_text("utf-8")), "")
    return solve_spec(name, read_posture(fields), body)


def leaders(muscles: Muscles, count: int) -> list[str]:
    """The groups of trunk and leg that work hardest, right side."""
    groups = [group for group in muscles.groups if group.side == "right" and group.name not in ARMS]
    return [g.name for g in sorted(groups, key=lambda group: -(group.activation or 0))[:count]]


@pytest.mark.parametrize("pose", ["savasana", "viparita-karani-chair"])
def test_who_lies_rests(pose: str, library: Library, asha: Body, ashas_muscles: MuscleModel) -> None:
    muscles = solve_muscles(solve_posture(library.pose(pose), asha), ashas_muscles)
    assert muscles.effort < RESTFUL


def test_chair_pose_is_held_by_thighs_seat_and_back(maya: MuscleModel) -> None:
    muscles = solve_muscles(own_posture("chair", maya.body), maya)
    assert set(leaders(muscles, 3)) == {"vasti", "gluteus-maximus", "erector-spinae"}


def test_plank_is_held_by_the_belly_and_the_hip_flexors(maya: MuscleModel) -> None:
    muscles = solve_muscles(own_posture("plank", maya.body), maya)
    assert set(leaders(muscles, 3)) == {"rectus-abdominis", "external-oblique", "rectus-femoris"}


def test_bridge_is_held_by_seat_backs_of_the_thighs_and_back(maya: MuscleModel) -> None:
    muscles = solve_muscles(own_posture("bridge", maya.body), maya)
    assert set(leaders(muscles, 5)) == {
        "gluteus-maximus",
        "gluteus-medius-minimus",
        "hamstrings",
        "erector-spinae",
        "multifidus",
    }


def test_hamstrings_work_less_the_more_the_knees_bend_in_bridge(maya: MuscleModel) -> None:
    """Ho 2020, doi 10.1080/15438627.2020.1777552: biceps femoris, knees 60 > 90 > 120 deg."""
    bridges = [solve_muscles(own_posture(name, maya.body), maya) for name in BRIDGES]
    far, usual, near = (muscles.group("hamstrings", "right").activation or 0.0 for muscles in bridges)
    assert far > 1.5 * usual > 3 * near > 0


@pytest.mark.parametrize(
    "slug",
    ["savasana-side", "sukhasana", "setu-bandha-sarvangasana", "bitilasana", "viparita-karani-support"],
)
def test_poses_balance_without_help_from_nowhere(
    slug: str, library: Library, asha: Body, ashas_muscles: MuscleModel
) -> None:
    muscles = solve_muscles(solve_posture(library.pose(slug), asha), ashas_muscles)
    upward = sum(contact.force_world_n[2] for contact in muscles.contacts)
    assert muscles.root_reserve_n < 1
    assert upward == pytest.approx(muscles.body_weight_n, rel=1e-3)


@pytest.mark.parametrize("make", [lambda library, body: solve_posture(library.pose("savasana"), body),
                                  lambda _, body: own_posture("chair", body),
                                  lambda _, body: own_posture("plank", body)])  # fmt: skip
def test_another_solver_finds_the_same_muscles(
    make: Callable[[Library, Body], Posture], library: Library, maya: MuscleModel
) -> None:
    posture = make(library, maya.body)
    stretch = stretch_at(maya, mechanics_at(maya, posture.coordinates))
    program = posture_program(maya, stretch, supports_of(maya, posture, stretch.mechanics.motion))
    found = solve_program(program)
    assert found.activations == pytest.approx(by_clarabel(program)[: program.muscles], abs=1e-5)


def by_clarabel(program: Program) -> NDArray[np.float64]:
    """The same program for an interior-point solver of another kind: A z = b, and bounds as a cone."""
    bounded = np.flatnonzero(np.isfinite(program.low))
    capped = np.flatnonzero(np.isfinite(program.high))
    count = len(program.low)
    pick = sparse.eye_array(count, format="csr")
    rows = sparse.vstack([program.balance, -pick[bounded], pick[capped]])
    sides = np.concatenate([program.needed, -program.low[bounded], program.high[capped]])
    cones = [
        clarabel.ZeroConeT(len(program.needed)),
        clarabel.NonnegativeConeT(len(bounded) + len(capped)),
    ]
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = 1e-10
    upper = sparse.csc_matrix(sparse.triu(program.quadratic))
    solver = clarabel.DefaultSolver(upper, np.zeros(count), sparse.csc_matrix(rows), sides, cones, settings)
    return np.array(solver.solve().x)

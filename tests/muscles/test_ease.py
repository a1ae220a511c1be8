"""Where a body settles, and that a stiff one settles farther from the wall."""

import mujoco
import pytest

from karani.body import Person, make_body
from karani.errors import BodyError
from karani.library import Library
from karani.muscles import Eased, MuscleModel, ease, make_muscles


@pytest.fixture(scope="module")
def eased(library: Library, model: mujoco.MjModel) -> dict[str, Eased]:
    pose = library.pose("viparita-karani")
    raises = {"stiff": 60, "average": 78, "supple": 98}
    return {name: ease(pose, muscles_of(model, raise_deg)) for name, raise_deg in raises.items()}


def muscles_of(model: mujoco.MjModel, raise_deg: float) -> MuscleModel:
    return make_muscles(make_body(Person(straight_leg_raise_deg=raise_deg), model))


@pytest.mark.parametrize(
    ("body", "least_cm", "most_cm"), [("stiff", 35, 48), ("average", 18, 28), ("supple", 3, 12)]
)
def test_advice_is_that_of_teachers(
    eased: dict[str, Eased], body: str, least_cm: float, most_cm: float
) -> None:
    assert least_cm <= eased[body].setting <= most_cm


def test_who_has_settled_rests(eased: dict[str, Eased]) -> None:
    for body in eased.values():
        assert body.restful
        assert body.muscles.effort < 0.05


def test_the_band_holds_the_advice(eased: dict[str, Eased]) -> None:
    band = eased["average"].band
    assert band is not None
    assert band[0] <= eased["average"].setting <= band[1]


def test_legs_up_the_wall_stretch_hamstrings_and_leave_hip_flexors_and_belly_alone(
    eased: dict[str, Eased],
) -> None:
    muscles = eased["average"].muscles
    for side in ("left", "right"):
        assert muscles.group("hamstrings", side).state == "stretched"
        assert muscles.group("iliopsoas", side).state == "rest"
        assert muscles.group("rectus-femoris", side).state == "rest"
        assert muscles.group("rectus-abdominis", side).state == "rest"


def test_a_pose_without_a_free_distance_says_so(library: Library, ashas_muscles: MuscleModel) -> None:
    with pytest.raises(BodyError, match="nothing free to settle by"):
        ease(library.pose("savasana"), ashas_muscles)

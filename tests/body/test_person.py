import math

import mujoco
import pytest

from karani.body import Body, Person, Proportions, make_body
from karani.body.segments import segment_of
from karani.errors import BodyError


@pytest.mark.parametrize(
    ("measures", "sentence"),
    [
        ({"height_cm": 139.0}, "The height is 139 cm; the body model holds for 140 to 205 cm."),
        ({"height_cm": 250.0}, "140 to 205 cm"),
        ({"height_cm": math.nan}, "The height is nan"),
        ({"mass_kg": 20.0}, "40 to 140 kg"),
        ({"mass_kg": math.inf}, "The mass is inf"),
        ({"age": 3.0}, "16 to 100 years"),
        ({"straight_leg_raise_deg": 180.0}, "30 to 130 deg"),
        ({"sex": "tall"}, "female and male"),
    ],
)
def test_measures_the_model_does_not_hold_for_are_refused(measures: dict[str, float], sentence: str) -> None:
    with pytest.raises(BodyError, match=sentence):
        Person(**measures)  # type: ignore[arg-type]  # wrong on purpose


def test_a_thigh_twice_as_long_is_refused() -> None:
    with pytest.raises(BodyError, match="proportion of the thigh is 2"):
        Person(proportions=Proportions(thigh=2.0))


@pytest.mark.parametrize("height_cm", [140.0, 205.0])
@pytest.mark.parametrize("mass_kg", [40.0, 140.0])
def test_nothing_breaks_at_the_ends_of_the_range(
    height_cm: float, mass_kg: float, model: mujoco.MjModel
) -> None:
    body = make_body(Person(height_cm=height_cm, mass_kg=mass_kg), model)
    assert body.model.body_mass.sum() == pytest.approx(mass_kg)
    assert all(math.isfinite(value) for value in body.flesh.places.ravel())


def test_a_womans_thigh_weighs_what_de_leva_measured(model: mujoco.MjModel) -> None:
    body = make_body(Person(mass_kg=60, sex="female"), model).model
    thigh = sum(
        body.body_mass[number]
        for number in range(body.nbody)
        if segment_of(body.body(number).name) == "thigh" and body.body(number).name.endswith("_r")
    )
    assert thigh == pytest.approx(0.1478 * 60, rel=0.001)


def test_long_legs_make_no_taller_person(model: mujoco.MjModel) -> None:
    usual = make_body(Person(), model)
    long_legged = make_body(Person(proportions=Proportions(thigh=1.1, shank=1.1)), model)
    assert long_legged.factors.lengths["thigh"] > 1.04 * usual.factors.lengths["thigh"]
    assert long_legged.factors.lengths["trunk"] < usual.factors.lengths["trunk"]


def test_heavier_people_are_wider(model: mujoco.MjModel) -> None:
    slight, heavy = (hips_half_width_m(make_body(Person(mass_kg=mass), model)) for mass in (50, 110))
    assert heavy > slight + 0.01


def hips_half_width_m(body: Body) -> float:
    hips = body.flesh.segments == body.model.body("pelvis").id
    return float(body.flesh.standing[hips, 2].max())


def test_the_source_model_stays_as_it_is(model: mujoco.MjModel) -> None:
    before = model.body_pos.copy()
    make_body(Person(height_cm=200, mass_kg=100), model)
    assert (model.body_pos == before).all()

"""The body on a guide: sliders within the pose's limits, two layers apart, the plate where it is known."""

import json
import re
from pathlib import Path

import pytest

from karani.body import read_model
from karani.library import Library
from karani.storage import Person
from karani.web.anatomy_work import (
    Asked,
    anatomy_work,
    body_in_space,
    coarse_anatomy,
    plate_work,
    whole_anatomy,
)
from karani.web.pages.anatomy_page import AnatomyPage, body_person, compose_anatomy, read_chosen
from karani.web.templating import ENVIRONMENT
from tests.web.browser import Browser

ASHA = Person(height_cm=168, mass_kg=62, sex="female")


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(tmp_path_factory.mktemp("models"))
    read_model(folder)
    return folder


@pytest.fixture(scope="session")
def asked(library: Library, models: Path) -> Asked:
    return Asked(library.pose("viparita-karani"), body_person(ASHA, {}), {}, library.muscle_groups, models)


@pytest.fixture(scope="session")
def page(asked: Asked) -> AnatomyPage:
    return compose_anatomy(asked.pose, ASHA, {}, whole_anatomy(asked))


def parts(page: AnatomyPage) -> str:
    return ENVIRONMENT.get_template("_anatomy_parts.html").render({"page": page})


def test_a_guide_shows_what_gravity_asks_apart_from_what_a_teacher_adds(asha: Browser) -> None:
    text = asha.get("/poses/viparita-karani").text
    assert text.index("What gravity asks") < text.index("What a teacher adds")
    assert 'data-src="/poses/viparita-karani/body"' in text
    assert "CC BY 3.0" in text


def test_a_pose_has_the_sliders_that_it_leaves_free_and_those_of_the_person(page: AnatomyPage) -> None:
    names = [slider.name for slider in page.sliders]
    assert names[0] == "wall_distance_cm"
    assert names[-2:] == ["straight_leg_raise_deg", "height_cm"]


def test_sliders_begin_at_the_persons_own_measures_and_at_what_the_body_chose(page: AnatomyPage) -> None:
    values = {slider.name: slider.value for slider in page.sliders}
    assert page.shown is not None
    assert values["height_cm"] == 168
    assert values["wall_distance_cm"] == round(page.shown["wall_distance_cm"])


def test_a_body_that_is_told_nothing_settles_where_it_rests(page: AnatomyPage) -> None:
    assert page.shown is not None
    near, far = page.shown["eased"]["band"]
    assert near <= page.shown["wall_distance_cm"] + 2
    assert page.shown["wall_distance_cm"] <= far + 2
    assert "stays restful" in parts(page)


def test_picture_and_list_say_the_same(page: AnatomyPage) -> None:
    text = parts(page)
    assert page.shown is not None
    for row in page.shown["anatomy"]["busy"]:
        assert f'data-group="{row["group"]}"' in text
        assert row["name"] in page.shown["anatomy"]["summary"]
    assert "Not computed:" in text
    assert "trapezius" in text


def test_a_plate_that_moves_is_marked_as_settling_and_smaller_and_agrees_with_its_own_numbers(
    asked: Asked, page: AnatomyPage
) -> None:
    chosen = {"wall_distance_cm": 25.0}
    held = Asked(asked.pose, asked.person, chosen, asked.names, asked.models)
    moving = compose_anatomy(asked.pose, ASHA, chosen, coarse_anatomy(held))
    assert "data-settling" in parts(moving)
    assert "data-settling" not in parts(page)
    assert len(moving.svg) < len(page.svg) / 2
    assert moving.shown is not None
    strong = {row["group"] for row in moving.shown["anatomy"]["busy"] if row["step"]}
    painted = set(re.findall(r'data-group="([a-z-]+)"', moving.svg))
    assert "hamstrings" in painted
    assert painted <= strong


def test_moving_a_slider_moves_picture_and_numbers(asked: Asked, page: AnatomyPage) -> None:
    chosen = read_chosen({"wall_distance_cm": "45"}, asked.pose)
    farther = Asked(asked.pose, asked.person, chosen, asked.names, asked.models)
    moved = compose_anatomy(asked.pose, ASHA, chosen, coarse_anatomy(farther))
    assert moved.shown is not None
    assert page.shown is not None
    assert moved.shown["wall_distance_cm"] > page.shown["wall_distance_cm"] + 5
    assert moved.svg != page.svg


@pytest.mark.parametrize(
    ("sent", "read"),
    [("9999", 60.0), ("-3", 0.0), ("12.6", 13.0), ("nan", None), ("much", None)],
)
def test_what_a_slider_cannot_say_is_bounded_or_left_out(
    library: Library, sent: str, read: float | None
) -> None:
    pose = library.pose("viparita-karani")
    limits = pose.posture.free["wall_distance_cm"]
    chosen = read_chosen({"wall_distance_cm": sent, "nonsense": "1"}, pose)
    expected = None if read is None else min(max(read, limits.least), limits.most)
    assert chosen.get("wall_distance_cm") == expected
    assert "nonsense" not in chosen


def test_a_body_out_of_the_models_range_is_drawn_as_the_nearest_that_is_in_it() -> None:
    body = body_person(Person(height_cm=120, mass_kg=200, straight_leg_raise_deg=10), {})
    assert (body.height_cm, body.mass_kg, body.straight_leg_raise_deg) == (140, 140, 30)


def test_work_is_named_by_person_and_sliders(asked: Asked) -> None:
    other = Asked(asked.pose, asked.person, {"wall_distance_cm": 20.0}, asked.names, asked.models)
    keys = {anatomy_work(asked).key, anatomy_work(other).key, anatomy_work(asked, coarse=True).key}
    keys.add(plate_work(asked).key)
    assert len(keys) == 4
    assert anatomy_work(asked).key == anatomy_work(asked).key


def test_the_body_in_space_has_every_bone_and_colored_muscles(asked: Asked) -> None:
    space = json.loads(body_in_space(asked))
    assert {len(place) for place in space["places"].values()} == {12}
    assert {"femur_r", "head", "thorax_lower"} <= set(space["places"])
    assert {muscle["state"] for muscle in space["muscles"]} >= {"stretched", "rest"}


def test_an_unknown_pose_has_no_body(asha: Browser) -> None:
    assert asha.get("/poses/nonsense/body").status_code == 404

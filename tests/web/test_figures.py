"""Figures on pages: whose body, in which frame, kept how, and what stands there until they are drawn."""

import asyncio
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karani.library import Library
from karani.library.stills import list_stills
from karani.storage import Look, Person, Storage
from karani.web.computing import Computing
from karani.web.figures.cast import AGE, HEIGHT_CM, MASS_KG, read_cast, who_is_drawn
from karani.web.figures.figures import Figures
from karani.web.figures.framing import card_box, planes_of, scene_boxes, strip_boxes
from karani.web.figures.picture import Picture
from karani.web.figures.warming import warm_figures
from tests.web.browser import Browser
from tests.web.conftest import Open

FIGURE = "/poses/savasana/figure.svg"


@pytest.fixture
def figures(library: Library, computing: Computing) -> Figures:
    return Figures(library, computing, computing.results.folder.parent / "body")


def test_a_figure_says_in_words_what_it_shows(asha: Browser) -> None:
    answer = asha.get(f"{FIGURE}?frame=scene")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"
    svg = ET.fromstring(answer.text)  # noqa: S314 - our own
    assert svg.get("role") == "img"
    assert (svg.get("aria-label") or "").startswith("Corpse Pose: Lying on the back")


def test_a_figure_carries_no_style_of_its_own(asha: Browser) -> None:
    assert not re.search(r"style|fill=|stroke=|<script", asha.get(FIGURE).text)


def test_who_knows_the_figure_already_is_told_that_it_is_the_same(asha: Browser) -> None:
    first = asha.get(FIGURE)
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = asha.get(FIGURE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.content
    assert asha.get(FIGURE, headers={"If-None-Match": '"another"'}).status_code == 200


def test_another_skin_is_another_figure_of_the_same_paths(asha: Browser, storage: Storage) -> None:
    storage.save_person(Person(sex="female", height_cm=170, look=Look(tone="deep", clothes="sage")))
    deep = asha.get(FIGURE)
    storage.save_person(Person(sex="female", height_cm=170, look=Look(tone="light", clothes="sage")))
    light = asha.get(FIGURE)
    assert "kf-deep kf-sage" in deep.text
    assert "kf-light kf-sage" in light.text
    assert deep.headers["ETag"] != light.headers["ETag"]
    paths = [re.findall(r' d="([^"]+)"', answer.text) for answer in (deep, light)]
    assert paths[0] == paths[1]


def test_a_small_figure_that_stays_still_is_much_smaller(asha: Browser) -> None:
    still = asha.get(f"{FIGURE}?still=1").text
    assert "data-in" not in still
    assert len(still) < 0.8 * len(asha.get(FIGURE).text)


def test_every_step_of_a_way_has_its_figure(asha: Browser, library: Library) -> None:
    way = asha.get("/poses/savasana/figures.json").json()
    stills = list_stills(library.pose("savasana"))
    assert len(way["figures"]) == stills.count
    assert [way["held"], way["enter"], way["exit"]] == [stills.held, list(stills.enter), list(stills.exit)]
    breathing = [number for number, figure in enumerate(way["figures"]) if "data-in" in figure]
    assert breathing == [stills.held]


def test_figures_that_take_each_others_place_have_one_scale(asha: Browser) -> None:
    way = asha.get("/poses/savasana/figures.json").json()
    widths = {ET.fromstring(figure).get("viewBox", "").split()[2] for figure in way["figures"]}  # noqa: S314 - our own
    assert len(widths) == 1


@pytest.mark.parametrize("address", ["/poses/lotus/figure.svg", "/poses/lotus/figures.json"])
def test_a_pose_that_is_not_there_has_no_figure(asha: Browser, address: str) -> None:
    assert asha.get(address).status_code == 404


def test_a_frame_that_is_none_is_refused_in_a_sentence(asha: Browser) -> None:
    answer = asha.get(f"{FIGURE}?frame=gold")
    assert answer.status_code == 422
    assert "frame" in answer.text


def test_until_it_is_drawn_a_line_drawing_says_where_the_figure_will_be(opened: Open) -> None:
    page = opened(Person(height_cm=151.5)).get("/poses/setu-bandha-sarvangasana").text
    assert 'class="glyph"' in page
    assert 'data-figure="/poses/setu-bandha-sarvangasana/figure.svg?frame=scene"' in page
    assert 'data-stills="/poses/setu-bandha-sarvangasana/figures.json?frame=card"' in page


def test_a_figure_that_is_drawn_stands_in_the_page_and_no_id_stands_twice(asha: Browser) -> None:
    asha.get(FIGURE)
    asha.get("/poses/savasana/figures.json?frame=card")
    page = asha.get("/poses/savasana").text
    assert 'aria-label="Corpse Pose: Lying on the back' in page
    assert "data-stills" not in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_who_told_nothing_sees_people_in_turns() -> None:
    seen = {who_is_drawn(Person(), turn) for turn in map(str, range(60))}
    assert seen == set(read_cast())


def test_who_told_something_of_their_body_is_drawn_themselves_everywhere() -> None:
    person = Person(height_cm=181, sex="male")
    drawn = {who_is_drawn(person, turn) for turn in map(str, range(20))}
    assert [(each.height_cm, each.sex) for each in drawn] == [(181, "male")]


def test_the_shape_that_is_wished_goes_before_the_sex_that_was_told() -> None:
    person = Person(sex="male", look=Look(shape="female"))
    assert who_is_drawn(person, "a").sex == "female"


@given(
    height=st.none() | st.floats(80, 250),
    mass=st.none() | st.floats(20, 350),
    age=st.none() | st.integers(5, 120),
)
def test_whatever_was_told_the_body_model_holds_for_who_is_drawn(
    height: float | None, mass: float | None, age: int | None
) -> None:
    drawn = who_is_drawn(Person(height_cm=height, mass_kg=mass, age=age, sex="female"), "a")
    assert HEIGHT_CM[0] <= drawn.height_cm <= HEIGHT_CM[1]
    assert MASS_KG[0] <= drawn.mass_kg <= MASS_KG[1]
    assert AGE[0] <= drawn.age <= AGE[1]


def test_the_limits_are_those_of_the_body_model() -> None:
    from karani.body import person
    from karani.figure.options import CLOTHES, TONES
    from karani.web.figures import cast

    assert (cast.HEIGHT_CM, cast.MASS_KG, cast.AGE) == (person.HEIGHT_CM, person.MASS_KG, person.AGE)
    assert cast.STRAIGHT_LEG_RAISE_DEG == person.STRAIGHT_LEG_RAISE_DEG
    assert set(cast.TONES) == {"", *TONES}
    assert set(cast.CLOTHES) == {"", *CLOTHES}


pictures = st.builds(
    Picture,
    title=st.just("A"),
    words=st.just("B."),
    width=st.floats(200, 1400),
    height=st.floats(150, 900),
    floor_y=st.floats(0, 150),
    wall_x=st.none() | st.floats(0, 80),
    from_above=st.booleans(),
    origin=st.tuples(st.floats(-200, 1400), st.floats(0, 900)),
    paths=st.just(""),
    trouble=st.just(""),
)


@given(pictures)
def test_a_figure_lies_whole_in_its_card_with_the_floor_behind_it(picture: Picture) -> None:
    box = card_box(picture)
    assert box.left <= (picture.wall_x or 0)
    assert box.left + box.width >= picture.width
    assert box.top <= 0
    assert box.top + box.height >= picture.height
    assert planes_of(picture, box).horizon <= picture.floor_y


@given(pictures)
def test_in_a_scene_the_left_edge_is_the_wall_and_the_figure_fits_below_the_top(picture: Picture) -> None:
    (box,) = scene_boxes([picture])
    if picture.wall_x is not None:
        assert box.left == pytest.approx(picture.wall_x, abs=1e-6)
    assert box.left + box.width >= picture.width - 1e-6
    assert box.top <= 1e-6


@given(st.lists(pictures, min_size=2, max_size=5))
def test_a_strip_has_one_scale_holds_all_and_keeps_each_where_it_is(strip: list[Picture]) -> None:
    for boxes in (strip_boxes(strip), scene_boxes(strip)):
        assert len({(box.width, box.height) for box in boxes}) == 1
        for box, picture in zip(boxes, strip, strict=True):
            assert box.left - picture.origin[0] == pytest.approx(boxes[0].left - strip[0].origin[0], abs=1e-6)
            assert box.top - picture.origin[1] == pytest.approx(boxes[0].top - strip[0].origin[1], abs=1e-6)
            assert box.left + box.width >= picture.width - 1e-6
            assert box.top <= 1e-6


def test_what_is_kept_names_body_and_pose_but_not_the_words_of_the_guide(
    figures: Figures, library: Library
) -> None:
    drawn = read_cast()[0]
    keys = {figures.held(slug, who).key for slug in ("savasana", "balasana") for who in read_cast()}
    assert len(keys) == 2 * len({who.measures for who in read_cast()})
    from dataclasses import replace

    better = replace(library.pose("savasana"), summary="Lie.", tips=("Rest.",))
    other = Figures(
        replace(library, poses={**library.poses, "savasana": better}), figures.computing, figures.folder
    )
    assert other.held("savasana", drawn).key == figures.held("savasana", drawn).key


def test_after_the_start_every_pose_is_asked_for(
    figures: Figures, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(figures.computing, "ask", lambda work, *_rank: asked.append(work.key))
    monkeypatch.setattr("karani.web.figures.warming.AFTER_S", 0)
    asyncio.run(warm_figures(figures, storage))
    drawn = [key for key in asked if key.startswith("figure-")]
    assert len(drawn) == len(set(drawn)) == len(figures.library.poses)


def test_the_look_of_the_figure_is_kept_and_shown(opened: Open) -> None:
    browser = opened(Person(first_question_seen=True))
    browser.post("/you", {"shape": "male", "tone": "brown", "clothes": "ochre", "count_s": "1"})
    page = browser.get("/you").text
    for value in ("brown", "ochre"):
        assert re.search(rf'value="{value}" checked', page)
    assert '<option value="male" selected>a man' in page
    assert "kf-brown kf-ochre" in browser.get(FIGURE).text


def test_a_look_that_is_none_is_refused_in_a_sentence(opened: Open) -> None:
    answer = opened(Person()).post("/you", {"tone": "green"})
    assert answer.status_code == 422
    assert "is not one of the answers" in answer.text


def test_a_plan_shows_one_person(asha: Browser) -> None:
    page = asha.get(f"/practices/{asha.plan('stress', 30)}").text
    turns = set(re.findall(r"figure\.svg\?frame=scene&amp;turn=([\w-]+)", page))
    assert len(turns) == 1

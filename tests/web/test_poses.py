"""The poses are found by what a person types, and each says what it means for this person."""

import re

import pytest

from karani.library import Library
from karani.storage import Storage
from tests.web.browser import Browser


def names(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/poses/([a-z0-9-]+)">', page)


@pytest.mark.parametrize("typed", ["viparita", "Viparīta", "legs up", "VIPARITA KARANI", "विपरीत"])
def test_legs_up_the_wall_is_found_however_it_is_typed(asha: Browser, typed: str) -> None:
    assert "viparita-karani" in names(asha.get(f"/poses?q={typed}").text)
    assert "viparita-karani" in [pose["slug"] for pose in asha.get(f"/api/poses?q={typed}").json()]


def test_found_letters_are_marked(asha: Browser) -> None:
    assert "<mark>Legs</mark> <mark>Up</mark> the Wall" in asha.get("/poses?q=legs up").text
    pose = next(pose for pose in asha.get("/api/poses?q=legs up").json() if pose["slug"] == "viparita-karani")
    assert pose["marks"] == [[0, 4], [5, 7]]


def test_what_is_typed_is_shown_as_text(asha: Browser) -> None:
    page = asha.get("/poses?q=<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_nothing_found_names_what_is_near_and_the_needs(asha: Browser, library: Library) -> None:
    page = asha.get("/poses?q=legs upon walls").text
    assert names(page) == []
    assert "Did you mean" in page
    assert 'href="/poses/viparita-karani"' in page
    assert all(need.name in page for need in library.needs.values())


def test_everything_is_listed_when_nothing_is_asked(asha: Browser, library: Library) -> None:
    page = asha.get("/poses")
    assert set(names(page.text)) == set(library.poses)
    assert f"{len(library.poses)} poses." in page.text


def test_chandra_is_not_shown_what_she_must_not_do_unless_she_asks(
    chandra: Browser, library: Library
) -> None:
    barred = {
        pose.slug
        for pose in library.poses.values()
        for caution in pose.cautions
        if caution.condition == "glaucoma" and caution.action in {"avoid", "modify", "ask_doctor"}
    }
    page = chandra.get("/poses").text
    assert barred
    assert not barred & set(names(page))
    assert re.search(r"\d+ (is|are) hidden by “Safe for me”\.", page)
    assert set(names(chandra.get("/poses?safe=all").text)) == set(library.poses)


def test_a_filter_narrows_and_its_address_takes_it_away_again(asha: Browser, library: Library) -> None:
    page = asha.get("/poses?need=sleep&position=supine").text
    for slug in names(page):
        assert "sleep" in library.pose(slug).needs
        assert library.pose(slug).position == "supine"
    assert 'href="/poses?position=supine"' in page
    assert 'href="/poses?need=sleep"' in page


def test_with_a_chair_at_hand_nothing_that_needs_a_wall_is_listed(asha: Browser, library: Library) -> None:
    for slug in names(asha.get("/poses?prop=chair").text):
        assert library.pose(slug).needed_props <= {"chair"}


def test_a_filter_that_no_pose_has_is_ignored(asha: Browser, library: Library) -> None:
    assert set(names(asha.get("/poses?need=joy&prop=sofa&type=x").text)) == set(library.poses)


def test_every_pose_has_its_page(asha: Browser, library: Library) -> None:
    for pose in library.poses.values():
        page = asha.get(f"/poses/{pose.slug}")
        assert page.status_code == 200
        assert f"<h1>{pose.name}</h1>".replace("'", "&#39;") in page.text


def test_a_pose_that_is_not_there_is_answered_with_the_nearest(asha: Browser) -> None:
    page = asha.get("/poses/viparita-karoni")
    assert page.status_code == 404
    assert "did you mean &#39;viparita-karani&#39;?" in page.text


def test_the_guide_tells_ben_what_his_back_means_for_it(ben: Browser) -> None:
    page = ben.get("/poses/viparita-karani").text
    assert "You told us your low back is sore." in page
    assert 'href="/poses/viparita-karani-chair"' in page
    assert 'name="pose" value="viparita-karani"' not in page


def test_asha_may_practice_it_at_once(asha: Browser) -> None:
    assert 'name="pose" value="viparita-karani"' in asha.get("/poses/viparita-karani").text


def test_a_pose_that_the_person_left_out_says_so(asha: Browser, storage: Storage) -> None:
    from dataclasses import replace

    storage.save_person(replace(storage.find_person(), excluded=frozenset({"savasana"})))
    assert "You asked to leave it out." in asha.get("/poses/savasana").text
    assert "savasana" not in names(asha.get("/poses").text)


def test_headstand_is_explained_and_cannot_be_begun(asha: Browser) -> None:
    page = asha.get("/poses/salamba-sirsasana").text
    assert "never part of a plan" in page
    assert 'value="this-pose"' not in page


def test_the_drawing_of_a_pose_can_be_had_alone(asha: Browser) -> None:
    answer = asha.get("/poses/savasana/glyph.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg ")
    assert asha.get("/poses/lotus/glyph.svg").status_code == 404


def test_about_names_every_source_and_where_the_data_lie(
    asha: Browser, library: Library, storage: Storage
) -> None:
    page = asha.get("/about").text
    assert page.count('id="source-') == len(library.references)
    assert storage.place in page

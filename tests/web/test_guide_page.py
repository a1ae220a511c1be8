"""A guide leads on: to its neighbors, to what is like it, to a practice around it."""

import json
import re

import pytest

from karani.library import Library
from karani.practice import Request, plan
from karani.web.minutes import enough_minutes, usual_minutes
from karani.web.pages.guide_page import minutes_around
from tests.web.browser import Browser


def test_every_section_has_an_address_that_can_be_seen(asha: Browser) -> None:
    page = asha.get("/poses/viparita-karani").text
    sections = re.findall(r'<section id="([a-z-]+)"', page)
    assert len(sections) >= 10
    assert re.findall(r'<a class="anchor" href="#([a-z-]+)"', page) == sections


def test_one_can_leaf_through_all_poses_and_back(asha: Browser, library: Library) -> None:
    seen, slug = [], next(iter(library.poses))
    while slug:
        seen.append(slug)
        page = asha.get(f"/poses/{slug}").text
        back = re.search(r'rel="prev" href="/poses/([a-z0-9-]+)"', page)
        assert (back.group(1) if back else None) == (seen[-2] if len(seen) > 1 else None)
        found = re.search(r'rel="next" href="/poses/([a-z0-9-]+)"', page)
        slug = found.group(1) if found else ""
    assert seen == list(library.poses)


@pytest.mark.parametrize("slug", ["viparita-karani", "uttanasana", "setu-bandha-sarvangasana"])
def test_with_what_goes_before_and_after_there_is_room_for_it(library: Library, slug: str) -> None:
    pose = library.pose(slug)
    minutes = minutes_around(pose, library)
    assert minutes > usual_minutes(pose)
    practice = plan(Request("this-pose", minutes, frozenset(library.props), pose=slug), library)
    beside = {library.pose(one).root for one in (*pose.preparatory_poses, *pose.counter_poses)}
    assert {segment.pose for segment in practice.segments} & beside


def test_practice_this_offers_minutes_in_which_the_pose_can_be_led(library: Library) -> None:
    usual = frozenset(prop.slug for prop in library.props.values() if prop.usual)
    for slug, pose in library.poses.items():
        if not pose.guide_only:
            minutes = enough_minutes(pose, library)
            for props in (
                frozenset(pose.needed_props),
                usual.union(pose.needed_props),
                frozenset(library.props),
            ):
                assert plan(Request("this-pose", minutes, props, pose=slug), library).segments, slug


def test_the_button_asks_for_these_minutes(asha: Browser, library: Library) -> None:
    minutes = minutes_around(library.pose("viparita-karani"), library)
    page = asha.get("/poses/viparita-karani").text
    assert f'name="minutes" value="{minutes}">With what goes before and after' in page


def test_the_guide_carries_itself_as_linked_data(asha: Browser) -> None:
    page = asha.get("/poses/viparita-karani").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found.group(1))
    assert (data["@type"], data["name"]) == ("HowTo", "Legs Up the Wall")


def test_a_guide_leads_to_the_comparison_with_what_is_like_it(asha: Browser) -> None:
    page = asha.get("/poses/viparita-karani").text
    assert re.search(r'href="/compare\?a=viparita-karani&amp;b=[a-z-]+"', page)
    assert "No teacher and no physician has reviewed this page yet." in page


def test_the_index_for_the_browser_says_nothing_of_the_person(
    asha: Browser, ben: Browser, library: Library
) -> None:
    index = asha.get("/api/search-index.json").json()
    assert [entry["slug"] for entry in index["poses"]] == list(library.poses)
    assert index == ben.get("/api/search-index.json").json()

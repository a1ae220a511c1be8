"""A collection is practiced as it is listed: its own poses, in its order, for its occasion."""

import pytest

from karani.errors import RequestError
from karani.library import Library, read_library
from karani.practice import Request, plan, practice_from_dict, practice_to_dict, write_script
from karani.practice.choosing import ROLES

LIBRARY = read_library()
USUAL = frozenset(prop.slug for prop in LIBRARY.props.values() if prop.usual)
NAMES = sorted(LIBRARY.collections)


@pytest.fixture
def library() -> Library:
    return LIBRARY


def request(slug: str, props: frozenset[str] = USUAL, conditions: frozenset[str] = frozenset()) -> Request:
    collection = LIBRARY.collection(slug)
    return Request(collection.need, collection.minutes, props, conditions, collection=slug)


@pytest.mark.parametrize("slug", NAMES)
def test_every_collection_can_be_practiced_with_what_most_homes_have(library: Library, slug: str) -> None:
    practice = plan(request(slug), library)
    assert practice.title.endswith(library.collection(slug).title)
    assert abs(practice.total_seconds - 60 * library.collection(slug).minutes) <= 5
    assert write_script(practice, library)


@pytest.mark.parametrize("slug", NAMES)
def test_it_is_led_by_poses_of_the_collection_or_forms_of_them(library: Library, slug: str) -> None:
    collection = library.collection(slug)
    roots = {library.pose(entry.pose).root for entry in collection.poses}
    practice = plan(request(slug, frozenset(library.props)), library)
    for segment in practice.segments:
        assert segment.pose in roots


@pytest.mark.parametrize("slug", NAMES)
def test_dev_without_props_is_led_as_well(library: Library, slug: str) -> None:
    practice = plan(request(slug, frozenset()), library)
    assert not any(segment.props for segment in practice.segments)


@pytest.mark.parametrize("slug", NAMES)
def test_what_is_planned_stands_in_the_order_of_a_practice(library: Library, slug: str) -> None:
    roles = [entry.role for entry in library.collection(slug).poses if entry.role]
    assert roles == sorted(roles, key=ROLES.index)


def test_chandras_eyes_are_kept_from_what_lowers_the_head(library: Library) -> None:
    practice = plan(request("inversions", conditions=frozenset({"glaucoma"})), library)
    for segment in practice.segments:
        met = {caution.condition: caution.action for caution in library.pose(segment.slug).cautions}
        assert met.get("glaucoma") not in {"avoid", "modify", "ask_doctor"}


def test_an_unknown_collection_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(RequestError, match="'sleeep' is not a collection; did you mean 'sleep'"):
        plan(Request("sleep", 20, collection="sleeep"), library)


def test_a_saved_practice_remembers_its_collection(library: Library) -> None:
    practice = plan(request("hips"), library)
    assert practice_from_dict(practice_to_dict(practice)) == practice
    older = practice_to_dict(practice)
    del older["request"]["collection"]
    assert practice_from_dict(older).request.collection is None

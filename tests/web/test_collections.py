"""Collections: read in their order, and begun with one tap."""

from karani.library import Library
from karani.storage import Storage
from tests.web.browser import Browser


def test_every_collection_is_listed_and_can_be_opened(asha: Browser, library: Library) -> None:
    listed = asha.get("/collections").text
    for collection in library.collections.values():
        assert f'href="/collections/{collection.slug}"' in listed
        page = asha.get(f"/collections/{collection.slug}")
        assert page.status_code == 200
        places = [page.text.index(f'<h3><a href="/poses/{entry.pose}"') for entry in collection.poses]
        assert places == sorted(places)


def test_each_pose_says_why_it_is_there(asha: Browser, library: Library) -> None:
    page = asha.get("/collections/low-back").text
    for entry in library.collection("low-back").poses:
        assert entry.why in page


def test_one_tap_leads_it(asha: Browser, storage: Storage) -> None:
    answer = asha.post("/practices", {"collection": "sleep", "to": "begin"}, follow=False)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/play")
    last = storage.find_last_practice()
    assert last is not None
    assert last.request.collection == "sleep"
    assert last.title == "Thirty minutes before sleep"


def test_the_plan_of_a_collection_can_be_seen_first(asha: Browser) -> None:
    address = asha.post("/practices", {"collection": "hips", "to": "plan"}, follow=False).headers["location"]
    assert "Twenty minutes for the hips" in asha.get(address).text


def test_what_cannot_be_led_is_said_on_the_collections_own_page(dev: Browser) -> None:
    answer = dev.post("/practices", {"collection": "inversions", "minutes": "3", "to": "begin"})
    assert answer.status_code == 422
    assert "A practice lasts 5 to 60 whole minutes; 3 was asked for." in answer.text
    assert "<h1>Inversions, and gentler stand-ins</h1>" in answer.text


def test_ben_sees_beside_each_pose_what_his_back_makes_of_it(ben: Browser) -> None:
    page = ben.get("/collections/stress").text
    assert 'href="/poses/viparita-karani-chair">Legs Up a Chair</a></p>' in page


def test_a_collection_that_is_not_there_is_answered_with_the_nearest(asha: Browser) -> None:
    page = asha.get("/collections/slep")
    assert page.status_code == 404
    assert "did you mean &#39;sleep&#39;?" in page.text


def test_a_guide_says_to_which_collections_its_pose_belongs(asha: Browser, library: Library) -> None:
    page = asha.get("/poses/apanasana").text
    holding = [one for one in library.collections.values() if one.holds("apanasana")]
    assert len(holding) > 1
    for collection in holding:
        assert f'href="/collections/{collection.slug}">{collection.name}</a>' in page

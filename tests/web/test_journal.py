"""The journal: what was done, a note, and forgetting."""

from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from uuid import uuid4

from karani.library import Library
from karani.storage import Storage
from karani.web import create_app
from karani.web.tracks import Tracks
from tests.storage.sessions import ASHA_CALMED_DOWN, BEN_STOPPED_FOR_HIS_BACK, another
from tests.web.browser import Browser
from tests.web.conftest import BUILT, NOW

ADDRESS = f"/journal/{ASHA_CALMED_DOWN.id}"


def test_an_empty_journal_says_so(asha: Browser) -> None:
    assert "Nothing here yet" in asha.get("/journal").text


def test_practices_stand_under_their_months(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(another(ASHA_CALMED_DOWN, days_later=-30))
    page = asha.get("/journal").text
    assert page.index("November 2026") < page.index("October 2026")
    assert "2 practices" in page


def test_a_practice_left_early_says_where_it_hurt(ben: Browser, storage: Storage) -> None:
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert "left early, back" in ben.get("/journal").text
    page = ben.get(f"/journal/{BEN_STOPPED_FOR_HIS_BACK.id}").text
    assert "You stopped after 6 minutes: your back hurt." in page
    assert "5:00" in page


def test_times_are_told_in_the_persons_own_zone(storage: Storage, library: Library, tmp_path: Path) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    in_india = timezone(timedelta(hours=5, minutes=30))
    app = create_app(
        storage, library, clock=lambda: NOW, zone=in_india, tracks=Tracks(tmp_path), assets=BUILT
    )
    assert "Friday 20 November 2026, 01:42" in Browser(app).get(ADDRESS).text


def test_a_note_is_saved_and_shown(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    page = asha.post(f"{ADDRESS}/note", {"note": "<b>Blanket</b>\r\nover the feet\x00"})
    assert page.status_code == 200
    assert "Your note is saved." in page.text
    assert "&lt;b&gt;Blanket&lt;/b&gt;" in page.text
    kept = storage.find_session(ASHA_CALMED_DOWN.id)
    assert kept is not None
    assert kept.note == "<b>Blanket</b>\nover the feet"


def test_a_note_that_is_too_long_is_not_saved(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    page = asha.post(f"{ADDRESS}/note", {"note": "a" * 4001})
    assert page.status_code == 422
    assert "4000 is the most" in page.text
    assert storage.find_session(ASHA_CALMED_DOWN.id) == ASHA_CALMED_DOWN


def test_one_practice_can_be_deleted(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    storage.save_session(BEN_STOPPED_FOR_HIS_BACK)
    assert asha.post(f"{ADDRESS}/delete").url.path == "/journal"
    assert storage.list_sessions() == (BEN_STOPPED_FOR_HIS_BACK,)
    assert asha.get(ADDRESS).status_code == 404
    assert asha.post(f"{ADDRESS}/delete").status_code == 404


def test_all_is_deleted_only_by_one_who_is_sure(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    page = asha.post("/journal/delete-all")
    assert page.status_code == 422
    assert "Nothing was deleted" in page.text
    assert storage.count_sessions() == 1
    asha.post("/journal/delete-all", {"sure": "on"})
    assert storage.count_sessions() == 0
    assert "Nothing here yet" in asha.get("/journal").text


def test_what_is_not_there_is_said_in_a_sentence(asha: Browser) -> None:
    for address in (f"/journal/{uuid4()}", "/journal/yesterday"):
        page = asha.get(address)
        assert page.status_code in {404, 422}
        assert "<h1>" in page.text


def test_the_journal_can_be_taken_away(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    for ending, media_type in (("json", "application/json"), ("csv", "text/csv"), ("ics", "text/calendar")):
        answer = asha.get(f"/journal/export.{ending}")
        assert answer.headers["content-type"].startswith(media_type)
        assert answer.headers["content-disposition"] == f'attachment; filename="karani-journal.{ending}"'
        assert ASHA_CALMED_DOWN.id in answer.text
    assert "DTSTAMP:20261122T180000Z" in asha.get("/journal/export.ics").text


def test_a_practice_can_be_done_again_as_long_as_its_plan_is_kept(asha: Browser, storage: Storage) -> None:
    storage.save_session(ASHA_CALMED_DOWN)
    assert "Practice it again" not in asha.get(ADDRESS).text
    practice_id = asha.plan("stress", 20)
    done = replace(another(ASHA_CALMED_DOWN), practice_id=practice_id)
    storage.save_session(done)
    assert f'href="/practices/{practice_id}"' in asha.get(f"/journal/{done.id}").text

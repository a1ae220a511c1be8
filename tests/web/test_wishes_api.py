"""What was changed in the sound panel is how the next practice begins."""

import pytest

from karani.storage import Storage
from tests.web.browser import Browser


def test_what_was_changed_is_kept_and_the_rest_stays(asha: Browser, storage: Storage) -> None:
    before = storage.find_person().wishes
    assert asha.put("/api/wishes", {"tones": 20, "volume": 55}).status_code == 204
    wishes = storage.find_person().wishes
    assert (wishes.tones, wishes.volume) == (20, 55)
    assert (wishes.bed, wishes.voice, wishes.dim) == (before.bed, before.voice, before.dim)
    assert asha.bundle(asha.plan())["wishes"]["tones"] == 20


def test_what_the_person_told_of_the_body_is_untouched(ben: Browser, storage: Storage) -> None:
    before = storage.find_person()
    ben.put("/api/wishes", {"voice": "captions"})
    after = storage.find_person()
    assert after.wishes.voice == "captions"
    assert (after.conditions, after.straight_leg_raise_deg) == (
        before.conditions,
        before.straight_leg_raise_deg,
    )


@pytest.mark.parametrize(
    "body", [{"tones": 101}, {"voice": "choir"}, {"speed": 3}, {"volume": "loud"}, {"bed": -1}]
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    asha: Browser, storage: Storage, body: dict[str, object]
) -> None:
    before = storage.find_person()
    assert asha.put("/api/wishes", body).status_code == 422
    assert storage.find_person() == before

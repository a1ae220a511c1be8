"""No browser keeps a copy of a page that shows what somebody told about themselves."""

import pytest

from tests.web.browser import Browser

OPEN = ("/", "/about", "/evidence", "/collections", "/compare")


def kept(browser: Browser, address: str) -> bool:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return "no-store" not in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "address",
    ["/you", "/journal", "/poses", "/poses?safe=all", "/poses/viparita-karani", "/collections/stress"],
)
def test_bens_pages_are_not_kept(ben: Browser, address: str) -> None:
    assert not kept(ben, address)


@pytest.mark.parametrize("address", [*OPEN, "/poses", "/poses/viparita-karani", "/collections/stress"])
def test_pages_that_say_nothing_of_asha_may_be_kept(asha: Browser, address: str) -> None:
    assert kept(asha, address)


def test_a_plan_is_never_kept(asha: Browser) -> None:
    assert not kept(asha, f"/practices/{asha.plan()}")

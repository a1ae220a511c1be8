"""Somebody tells how far their leg lifts, and is led with their own body: their distance, stills without motion, offers with pictures."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Server
from tests.browser.leading import speed_up, start
from tests.browser.test_pages import find_violations

pytestmark = pytest.mark.browser

COMPUTED_MS = 90_000


@pytest.fixture
def still(browser: Browser, server: Server) -> Iterator[Page]:
    """A phone in the dark, of somebody who wants less motion."""
    context = browser.new_context(
        viewport=PHONE, base_url=server.address, reduced_motion="reduce", color_scheme="dark"
    )
    speed_up(context)
    yield context.new_page()
    context.close()


def test_ones_own_distance_and_still_figures_lead_to_the_end(still: Page) -> None:
    tell_measures(still)
    still.goto("/poses/viparita-karani")
    still.get_by_role("button", name="Practice this").click()
    own = still.locator(".own")
    own.scroll_into_view_if_needed()
    expect(own).to_contain_text("For your body: about", timeout=COMPUTED_MS)
    assert not find_violations(still)
    still.get_by_role("button", name="Begin").click()
    still.get_by_role("heading", name="How are you now?").wait_for(timeout=COMPUTED_MS)
    start(still)
    expect(still.locator(".cue")).to_contain_text("For your body, rest about", timeout=COMPUTED_MS)
    expect(still.locator(".cue")).to_contain_text("Breathe", timeout=COMPUTED_MS)
    expect(still.locator(".figure svg.kf")).to_be_visible(timeout=COMPUTED_MS)
    assert len(seen_moving(still)) == 1
    see_offers(still)


def tell_measures(page: Page) -> None:
    page.goto("/you")
    page.locator("#height_cm").fill("168")
    page.locator("#straight_leg_raise_deg").fill("68")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")


def seen_moving(page: Page) -> set[tuple[str, str]]:
    """Body and disc at five moments of two seconds."""
    seen = set()
    for _ in range(5):
        outline = page.locator(".figure svg.kf .k-outline").last.get_attribute("d") or ""
        seen.add((outline, page.locator(".breath-disc").evaluate("disc => disc.style.scale")))
        page.wait_for_timeout(400)
    return seen


def see_offers(page: Page) -> None:
    page.locator(".floor-button").click()
    page.get_by_role("button", name="Back").click()
    for name in ("I am out", "Rested enough"):
        page.get_by_role("button", name=name).click()
    page.get_by_role("heading", name="What now?").wait_for()
    expect(page.locator(".offer svg").first).to_be_visible()
    assert not find_violations(page)

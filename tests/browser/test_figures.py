"""Figures take their place on pages and in the player, move nothing else, and go on without the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, find_free_port
from tests.browser.leading import begin, start
from tests.browser.test_pages import find_violations

pytestmark = pytest.mark.browser

DRAWN_MS = 90_000
"""On a busy machine the body is compiled and drawn for the first time."""
HERO = ".scene-hero svg.kf"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, computed: Path) -> Iterator[Server]:
    running = Server(folder=tmp_path_factory.mktemp("figures"), port=find_free_port(), cache=computed)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def visit(browser: Browser, house: Server) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, base_url=house.address)
    yield context
    context.close()


def test_on_a_first_visit_the_figure_takes_the_drawings_place_and_moves_nothing(
    visit: BrowserContext,
) -> None:
    page = visit.new_page()
    page.goto("/poses/savasana")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    before = page.get_by_role("heading", level=1).bounding_box()
    expect(page.locator(HERO)).to_be_visible(timeout=DRAWN_MS)
    assert page.get_by_role("heading", level=1).bounding_box() == before
    assert "Lying on the back" in (page.locator(HERO).get_attribute("aria-label") or "")
    expect(page.locator(".scene-hero .glyph")).to_have_count(0)


def test_the_large_figure_breathes_until_it_is_told_to_hold_still(visit: BrowserContext) -> None:
    page = visit.new_page()
    page.goto("/poses/savasana")
    expect(page.locator(HERO)).to_be_visible(timeout=DRAWN_MS)
    assert len(outlines(page)) > 1
    page.get_by_role("button", name="Let the figure hold still").click()
    assert len(outlines(page)) == 1


def test_who_wants_less_motion_sees_a_figure_that_does_not_move(browser: Browser, house: Server) -> None:
    context = browser.new_context(viewport=PHONE, base_url=house.address, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/poses/savasana")
    expect(page.locator(HERO)).to_be_visible(timeout=DRAWN_MS)
    assert len(outlines(page)) == 1
    expect(page.get_by_role("button", name="Let the figure hold still")).to_have_count(0)
    context.close()


def outlines(page: Page) -> set[str]:
    """The outline of the body at five moments of two seconds."""
    seen = set()
    for _ in range(5):
        seen.add(page.locator(f"{HERO} .k-outline").get_attribute("d") or "")
        page.wait_for_timeout(400)
    return seen


def test_each_step_that_leads_to_another_posture_shows_it(visit: BrowserContext) -> None:
    page = visit.new_page()
    page.goto("/poses/viparita-karani")
    page.locator("#steps").scroll_into_view_if_needed()
    first = page.locator("ol.steps").first.locator(".still svg.kf")
    expect(first.first).to_be_visible(timeout=DRAWN_MS)
    assert first.count() >= 3
    assert "Sitting" in (first.first.get_attribute("aria-label") or "")


def test_the_list_shows_figures_also_after_a_search(browser: Browser, house: Server) -> None:
    context = browser.new_context(viewport=DESKTOP, base_url=house.address)
    page = context.new_page()
    page.goto("/poses")
    expect(page.locator(".library svg.kf").first).to_be_visible(timeout=DRAWN_MS)
    page.locator("input[name=q]").fill("corpse")
    expect(page.locator(".library > li")).to_have_count(2)
    expect(page.locator(".library svg.kf")).to_have_count(2, timeout=DRAWN_MS)
    assert not find_violations(page)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_with_figures_have_no_barrier(browser: Browser, house: Server, scheme: str) -> None:
    context = browser.new_context(
        viewport=PHONE, base_url=house.address, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto("/poses/savasana")
    expect(page.locator(HERO)).to_be_visible(timeout=DRAWN_MS)
    found = find_violations(page)
    page.goto("/you")
    page.locator(".look-figure").scroll_into_view_if_needed()
    expect(page.locator(".look-figure svg.kf")).to_be_visible(timeout=DRAWN_MS)
    assert not found + find_violations(page)
    context.close()


def test_another_skin_is_seen_as_soon_as_it_is_chosen(visit: BrowserContext) -> None:
    page = visit.new_page()
    page.goto("/you")
    figure = page.locator(".look-figure svg.kf")
    page.locator(".look-figure").scroll_into_view_if_needed()
    expect(figure).to_be_visible(timeout=DRAWN_MS)
    page.locator("input[name=tone][value=deep]").check()
    assert "kf-deep" in (figure.get_attribute("class") or "")


def test_a_practice_goes_on_with_its_figures_when_the_server_is_gone(page: Page, server: Server) -> None:
    begin(page, "To calm down", 10)
    start(page)
    expect(page.locator(".figure svg.kf")).to_be_visible(timeout=DRAWN_MS)
    wait_for_all_figures(page)
    server.stop()
    page.reload()
    expect(page.locator(".figure svg.kf")).to_be_visible(timeout=20_000)


def wait_for_all_figures(page: Page) -> None:
    """Until the browser keeps the figures of every pose of the practice."""
    for _ in range(DRAWN_MS // 500):
        if page.evaluate(KEPT_ALL):
            return
        page.wait_for_timeout(500)
    raise AssertionError("not all figures came")


KEPT_ALL = """
new Promise((resolve) => {
  const request = indexedDB.open("karani", 1);
  request.onsuccess = () => {
    const all = request.result.transaction("practices").objectStore("practices").getAll();
    all.onsuccess = () => {
      const [{ bundle, figures }] = all.result;
      resolve(bundle.script.segments.every(({ pose, variation }) => figures?.[variation ?? pose]));
    };
  };
})
"""

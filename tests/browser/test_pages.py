"""Every page, light and dark, on a phone and a desktop: no violation of WCAG, no sideways scroll, no foreign request."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE, Server
from tests.browser.leading import begin, start
from tests.house.project import CONTENT, ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
NARROW: ViewportSize = {"width": 320, "height": 640}
GUIDES = sorted(path.parent.name for path in CONTENT.rglob("pose.toml"))
PAGES = [
    "/",
    "/collections",
    "/compare",
    "/evidence",
    "/poses",
    "/poses?q=legs+up",
    "/poses?q=zzzz",
    "/journal",
    "/you",
    "/about",
    "/nowhere",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, computed: Path) -> Iterator[Server]:
    """One server for all pages of this file: none of these tests writes."""
    from tests.browser.conftest import find_free_port

    running = Server(folder=tmp_path_factory.mktemp("house"), port=find_free_port(), cache=computed)
    running.start()
    yield running
    running.stop()


def find_violations(page: Page) -> list[str]:
    # The page's own policy forbids foreign script, so the judge comes in through the developer's door.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})"
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


def guides_seen(size: ViewportSize, scheme: str) -> list[str]:
    """Each guide in one of the four ways, for they share one template; the first of them in all four."""
    way = 2 * (size == DESKTOP) + (scheme == "dark")
    return [GUIDES[0], *GUIDES[1 + way :: 4]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_has_a_barrier(browser: Browser, house: Server, size: ViewportSize, scheme: str) -> None:
    context = browser.new_context(
        viewport=size, base_url=house.address, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    found: list[str] = []
    for path in [*PAGES, *(f"/poses/{slug}" for slug in guides_seen(size, scheme))]:
        page.goto(path)
        found += [f"{path}: {violation}" for violation in find_violations(page)]
    context.close()
    assert not found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_player_has_no_barrier(browser: Browser, house: Server, scheme: str) -> None:
    context = browser.new_context(
        viewport=PHONE, base_url=house.address, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    begin(page, "To calm down", 10)
    found = find_violations(page)
    start(page)
    found += find_violations(page)
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Where does it hurt?")).to_be_visible()
    found += find_violations(page)
    context.close()
    assert not found


@pytest.mark.parametrize(
    "size", [NARROW, PHONE, {"width": 768, "height": 900}, {"width": 1920, "height": 1080}]
)
def test_no_page_scrolls_sideways(browser: Browser, house: Server, size: ViewportSize) -> None:
    context = browser.new_context(viewport=size, base_url=house.address)
    page = context.new_page()
    wide = []
    for path in [*PAGES, "/poses/" + GUIDES[0], "/poses/" + GUIDES[-1]]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    context.close()
    assert not wide


def test_nothing_is_asked_of_any_other_machine(browser: Browser, house: Server) -> None:
    context = browser.new_context(viewport=PHONE, base_url=house.address)
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    page = context.new_page()
    for path in PAGES:
        page.goto(path)
    context.close()
    assert asked
    assert not [url for url in asked if not url.startswith((house.address, "blob:", "data:"))]


@pytest.mark.parametrize("words", ["viparita", "Viparīta", "legs up", "legs wall"])
def test_legs_up_the_wall_is_found_by_any_of_its_names(browser: Browser, house: Server, words: str) -> None:
    context = browser.new_context(viewport=DESKTOP, base_url=house.address)
    page = context.new_page()
    page.goto("/poses")
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill(words)
    expect(page.get_by_role("link", name="Legs Up the Wall", exact=False).first).to_be_visible()
    context.close()


def test_pages_and_practices_work_without_script_as_far_as_they_can(browser: Browser, house: Server) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, base_url=house.address)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="See the plan first").click()
    expect(page.locator("h1")).to_contain_text("minutes")
    context.close()

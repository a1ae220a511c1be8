"""The body on a guide in a real browser: a finger on a slider moves figure, plate and numbers together."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, find_free_port

pytestmark = pytest.mark.browser

DRAWN_MS = 90_000
PICTURE = "body-anatomy .anatomy-picture"
WHOLE = f"{PICTURE}:not([data-settling]) .plate svg.kp"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, computed: Path) -> Iterator[Server]:
    running = Server(folder=tmp_path_factory.mktemp("anatomy"), port=find_free_port(), cache=computed)
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def visit(browser: Browser, house: Server) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP, base_url=house.address)
    yield context
    context.close()


def open_body(context: BrowserContext, slug: str) -> Page:
    page = context.new_page()
    page.goto(f"/poses/{slug}#body")
    expect(page.locator(WHOLE)).to_be_visible(timeout=DRAWN_MS)
    return page


def outline(page: Page) -> str:
    return page.locator(f"{PICTURE} .k-outline").get_attribute("d") or ""


def summary(page: Page) -> str:
    return page.locator("body-anatomy .anatomy-summary").inner_text()


def numbers(page: Page) -> str:
    return page.locator("body-anatomy .anatomy-numbers").inner_text()


def distance(page: Page) -> float:
    return float(page.locator(PICTURE).get_attribute("data-wall-distance") or "nan")


def drag(page: Page, shares: Iterator[float]) -> None:
    """The finger stays down."""
    box = page.get_by_label("Distance from the wall").bounding_box()
    assert box is not None
    for number, share in enumerate(shares):
        page.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        if number == 0:
            page.mouse.down()
        page.wait_for_timeout(30)


def test_a_finger_on_a_slider_moves_figure_plate_and_numbers_and_the_last_value_wins(
    visit: BrowserContext,
) -> None:
    page = open_body(visit, "viparita-karani")
    slider = page.get_by_label("Distance from the wall")
    slider.scroll_into_view_if_needed()
    before = outline(page), numbers(page)
    drag(page, (0.2 + 0.03 * step for step in range(20)))
    expect(page.locator(f"{PICTURE}[data-settling] .settling")).to_be_visible(timeout=DRAWN_MS)
    expect(page.locator(f"{PICTURE} .k-label")).to_have_count(0)
    assert outline(page) != before[0]
    assert numbers(page) != before[1]
    page.mouse.up()
    expect(page.locator(WHOLE)).to_be_visible(timeout=DRAWN_MS)
    last = float(slider.input_value())
    assert distance(page) == pytest.approx(last, abs=1)
    told = page.request.get(f"/poses/viparita-karani/body?wall_distance_cm={last:g}").text()
    assert summary(page) in told
    page.wait_for_timeout(1500)
    expect(page.locator(WHOLE)).to_be_visible()
    assert distance(page) == pytest.approx(last, abs=1)


def test_the_body_can_be_turned_and_its_words_stay(visit: BrowserContext) -> None:
    page = open_body(visit, "viparita-karani")
    page.get_by_role("button", name="Turn it").click()
    canvas = page.get_by_role("img", name=re.compile("The body in space"))
    expect(canvas).to_be_visible(timeout=DRAWN_MS)
    expect(page.locator(WHOLE)).to_be_hidden()
    described = page.locator(f"#{canvas.get_attribute('aria-describedby')}")
    expect(described).to_contain_text("hamstrings")
    page.get_by_role("button", name="Back to the drawing").click()
    expect(page.locator(WHOLE)).to_be_visible()


def test_what_a_cue_adds_is_outlined_over_what_was_computed_and_changes_no_number(
    visit: BrowserContext,
) -> None:
    page = open_body(visit, "setu-bandha-sarvangasana")
    before = numbers(page)
    cue = page.get_by_role("button", name=re.compile("press the feet down"))
    cue.click()
    expect(cue).to_have_attribute("aria-pressed", "true")
    outlined = page.locator(f"{PICTURE} .k-muscle.k-added")
    groups = {found.get_attribute("data-group") for found in outlined.all()}
    assert groups == {"gluteus-maximus", "hamstrings", "vasti"}
    assert numbers(page) == before
    cue.click()
    expect(outlined).to_have_count(0)


def test_without_scripts_the_plate_is_a_picture_with_its_key(browser: Browser, house: Server) -> None:
    context = browser.new_context(viewport=PHONE, base_url=house.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/poses/vrksasana#body")
    picture = page.locator("img.plate")
    expect(picture).to_be_visible(timeout=DRAWN_MS)
    expect(page.locator(".plate-waiting")).to_be_hidden()
    expect(page.locator("#body .plate-key")).to_be_visible()
    context.close()

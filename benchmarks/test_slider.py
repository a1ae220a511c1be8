"""How a slider of a guide follows a finger in a real browser: updates a second, and how soon the whole plate stands.

Browser, server and its two processes share the machine: run it alone. Nothing that is moved to was computed before.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Page, sync_playwright
from tests.browser.conftest import DESKTOP, FLAGS, NAMES, Server, find_free_port

LIVE = ("viparita-karani", "viparita-karani-chair")
LEAST_UPDATES_A_S = 8
WHOLE_MOST_MS = 600
DRAG_S = 3.0
STEPS = 90
DRAGS = ((0.20, 0.45), (0.46, 0.72), (0.73, 0.98))
"""Shares of the slider; the first warms the processes and is not counted."""
WATCH = """() => {
  window.shown = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && node.matches(".anatomy-picture"))
          requestAnimationFrame(() => window.shown.push([performance.now(), !node.hasAttribute("data-settling")]));
  }).observe(document.querySelector("body-anatomy"), { childList: true });
}"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = Path(tmp_path_factory.mktemp("slider"))
    running = Server(folder=folder, port=find_free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture
def page(house: Server) -> Iterator[Page]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("the slider is not measured: no Chromium was found on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running.new_page(viewport=DESKTOP, base_url=house.address)
        running.close()


@pytest.mark.parametrize("slug", LIVE)
def test_the_plate_follows_a_finger(page: Page, slug: str) -> None:
    page.goto(f"/poses/{slug}#body")
    page.locator("body-anatomy .anatomy-picture svg.kp").first.wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle", timeout=120_000)
    found = [drag(page, *shares) for shares in DRAGS][1:]
    updates, whole = median(rate for rate, _ in found), median(wait for _, wait in found)
    print(f"\n{slug}: {updates:.1f} updates a second, the whole plate {whole:.0f} ms after letting go")
    assert updates >= LEAST_UPDATES_A_S
    assert whole <= WHOLE_MOST_MS


def drag(page: Page, first: float, last: float) -> tuple[float, float]:
    """Of the first slider: updates a second while the finger is down, and milliseconds from letting go to the whole plate."""
    slider = page.locator("body-anatomy .sliders input").first
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.evaluate(WATCH)
    page.mouse.move(box["x"] + first * box["width"], y)
    page.mouse.down()
    begin = page.evaluate("performance.now()")
    start = time.monotonic()
    for number in range(STEPS):
        share = first + (last - first) * number / STEPS
        page.mouse.move(box["x"] + share * box["width"], y)
        time.sleep(max(0.0, start + DRAG_S * (number + 1) / STEPS - time.monotonic()))
    let_go = page.evaluate("performance.now()")
    page.mouse.up()
    page.wait_for_function(
        "let_go => window.shown.some(([at, whole]) => whole && at > let_go)", arg=let_go, timeout=20_000
    )
    shown = page.evaluate("window.shown")
    # What comes between two frames is seen once.
    moving = {at for at, whole in shown if begin < at <= let_go and not whole}
    waits = [at - let_go for at, whole in shown if at > let_go and whole]
    return 1000 * len(moving) / (let_go - begin), waits[0]

"""Poses are found while one types, by the keyboard alone, and when the server is gone."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server


def test_slash_letters_arrow_enter_lead_to_a_guide(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/collections")
    page.keyboard.press("/")
    page.wait_for_url("**/poses#search")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("hamstings")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    name = options.first.inner_text().splitlines()[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/poses/*")
    assert name.startswith(page.locator("h1").inner_text())


def test_it_finds_what_the_server_finds(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/poses")
    for asked in ("virparita", "couch", "legs up", "glaucoma", "brigde"):
        page.locator("#search").fill(asked)
        expect(page.get_by_role("option").first).to_be_visible()
        page.wait_for_timeout(100)
        here = [text.splitlines()[0].split("  ")[0] for text in page.get_by_role("option").all_inner_texts()]
        there = page.evaluate("q => fetch('/api/poses?q=' + q).then(answer => answer.json())", asked)
        names = [pose["name"] for pose in there[:8]]
        assert len(here) == len(names)
        assert all(text.startswith(name) for text, name in zip(here, names, strict=True))


def test_without_the_server_it_still_finds(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/poses")
    page.wait_for_function("navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready")
    page.evaluate("() => navigator.serviceWorker.ready")
    page.reload()
    page.wait_for_function("caches.match('/api/search-index.json').then(found => !!found)")
    server.stop()
    page.goto(f"{server.address}/poses")
    page.locator("#search").fill("sleep")
    expect(page.get_by_role("option").first).to_be_visible()

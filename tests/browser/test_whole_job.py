"""The main job in a real browser: need, plan, practice, "this hurts", easier form, way out, mood, journal."""

import json
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server
from tests.browser.leading import LONG_MS, begin, read_time_left, speed_up, start, wait_for_time_left

pytestmark = pytest.mark.browser


def list_sessions(server: Server) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{server.address}/journal/export.json", timeout=5) as answer:  # noqa: S310 - our own address
        exported = json.load(answer)
    sessions: list[dict[str, Any]] = exported["sessions"]
    return sessions


def say_mood(page: Page, value: int) -> None:
    line = page.get_by_label("Calm", exact=True)
    line.fill(str(value))


def test_ben_is_led_hurts_takes_the_easier_form_and_finds_it_in_his_journal(
    phone: BrowserContext, page: Page, server: Server
) -> None:
    speed_up(phone)
    begin(page, "To calm down", 10)
    say_mood(page, 3)
    start(page)
    wait_for_time_left(page, 400)
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Where does it hurt?")).to_be_visible()
    page.get_by_role("button", name="Back", exact=False).first.click()
    expect(page.get_by_role("heading", name="What now?")).to_be_visible(timeout=LONG_MS)
    page.locator(".offers .offer").first.click()
    expect(page.get_by_role("heading", name="And now?")).to_be_visible(timeout=LONG_MS)
    say_mood(page, 6)
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("It is in your journal.").wait_for()
    page.get_by_role("link", name="See the journal").click()
    expect(page.locator("h1")).to_contain_text("calm", ignore_case=True)
    (session,) = list_sessions(server)
    assert session["mood_before"]["calm"] == 3
    assert session["mood_after"]["calm"] == 6
    (hurt,) = session["hurts"]
    assert hurt["pain_place"] == "back"
    page.goto("/you")
    expect(page.locator("body")).to_contain_text("Legs Up")


def test_the_way_out_comes_before_an_early_end(phone: BrowserContext, page: Page, server: Server) -> None:
    speed_up(phone)
    begin(page, "Sore low back", 10)
    start(page)
    wait_for_time_left(page, 420)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="End here?")).to_be_visible()
    page.get_by_role("button", name="Lead me out").click()
    expect(page.locator(".cue")).to_be_visible()
    expect(page.get_by_role("heading", name="And now?")).to_be_visible(timeout=LONG_MS)
    page.get_by_role("button", name="Skip").click()
    page.get_by_text("It is in your journal.").wait_for()
    (session,) = list_sessions(server)
    assert session["outcome"] == "left-early"


def test_a_practice_goes_on_and_is_kept_when_the_server_stops(
    phone: BrowserContext, page: Page, server: Server
) -> None:
    speed_up(phone)
    begin(page, "Just this pose", 10)
    start(page)
    wait_for_time_left(page, 500)
    server.stop()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Neck", exact=False).first.click()
    expect(page.get_by_role("heading", name="What now?")).to_be_visible(timeout=LONG_MS)
    page.get_by_role("button", name="Rest on your side").click()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="And now?")).to_be_visible(timeout=LONG_MS)
    page.get_by_role("button", name="Skip").click()
    page.get_by_text("It waits in this browser").wait_for()
    server.start()
    page.goto("/journal")
    page.reload()
    page.wait_for_timeout(500)
    assert len(list_sessions(server)) == 1
    page.reload()
    page.wait_for_timeout(500)
    assert len(list_sessions(server)) == 1, "nothing may be recorded twice"


@pytest.mark.parametrize("network", ["online", "offline"])
def test_a_page_loaded_again_goes_on_where_it_was(
    phone: BrowserContext, page: Page, server: Server, network: str
) -> None:
    assert server.process is not None
    begin(page, "Just this pose", 10)
    start(page)
    page.wait_for_timeout(7_000)
    before = read_time_left(page)
    if network == "offline":
        phone.set_offline(True)
    page.reload()
    page.locator(".left b").wait_for(timeout=30_000)
    after = read_time_left(page)
    assert before - 3 <= after <= before + 5


def test_a_plan_is_changed_before_it_begins(page: Page) -> None:
    page.goto("/")
    page.get_by_label("To calm down", exact=True).check(force=True)
    page.locator("input[name=minutes][value='30']").check(force=True)
    page.get_by_role("button", name="See the plan first").click()
    page.wait_for_url("**/practices/*")
    expect(page.locator("h1")).to_contain_text("Thirty minutes")
    shown = page.locator("main").inner_text()
    page.locator("button[name=change][value=longer], [value=longer]").first.click()
    page.wait_for_load_state()
    assert page.locator("main").inner_text() != shown
    page.get_by_role("button", name="Begin").first.click()
    page.get_by_role("heading", name="How are you now?").wait_for(timeout=30_000)


def test_the_whole_job_can_be_done_by_the_keyboard_alone(
    phone: BrowserContext, page: Page, server: Server
) -> None:
    speed_up(phone)
    page.goto("/")
    walk_to(page, "input[name=need]")
    walk_to(page, "input[name=minutes]")
    page.keyboard.press("Home")
    walk_to(page, "button[value=begin]")
    page.keyboard.press("Enter")
    # nobody needs to answer how they are: it begins by itself
    page.locator(".floor-button").wait_for(timeout=30_000)
    page.keyboard.press("p")
    expect(page.get_by_text("Paused", exact=False).first).to_be_visible()
    page.keyboard.press("p")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Where does it hurt?")).to_be_visible()
    page.keyboard.press("0")
    page.locator(".floor-button").wait_for()
    expect(page.get_by_role("heading", name="And now?")).to_be_visible(timeout=LONG_MS)
    walk_to(page, ".button.main")
    page.keyboard.press("Enter")
    page.get_by_text("It is in your journal.").wait_for()
    assert len(list_sessions(server)) == 1


def walk_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by the Tab key")

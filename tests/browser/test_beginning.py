"""A practice that begins while its voice is still speaking: the rest follows unheard, and one may be hurt before it is there."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, find_free_port
from tests.browser.leading import LONG_MS, begin, start

pytestmark = pytest.mark.browser

HUMMING = Path(__file__).with_name("humming.py")
HEARD_LEAST = 0.03
CHIME_LEAST = 0.01

CONDUCTOR = "document.querySelector('practice-player').conductor"
LOUDNESS = """async starts_s => {
  const { url } = CONDUCTOR.bundle.track;
  const context = new OfflineAudioContext(1, 16000, 16000);
  const heard = (await context.decodeAudioData(await (await fetch(url)).arrayBuffer())).getChannelData(0);
  return starts_s.map(start_s => {
    const second = heard.slice(start_s * 16000, (start_s + 1) * 16000);
    return Math.sqrt(second.reduce((sum, value) => sum + value * value, 0) / second.length);
  });
}""".replace("CONDUCTOR", CONDUCTOR)
SCREEN_OFF = """() => {
  Object.defineProperty(document, "visibilityState", {get: () => "hidden"});
  window.requestAnimationFrame = () => 0;
}"""
WATCH = """() => {
  window.seen = [];
  const look = () => {
    const { state, bundle } = CONDUCTOR;
    window.seen.push([performance.now() / 1000, CONDUCTOR.now_s(), bundle.track.whole, state.phase.kind]);
    setTimeout(look, 20);
  };
  look();
}""".replace("CONDUCTOR", CONDUCTOR)


class HummingServer(Server):
    """It hums the first part of a practice, and more when it is let."""

    def start(self) -> None:
        environment = os.environ | {
            "KARANI_DATABASE_URL": f"sqlite:///{self.folder / 'karani.db'}",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "KARANI_HUMMING": str(self.folder),
        }
        command = [sys.executable, str(HUMMING), "serve", "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        self.wait_until_ready()

    def go(self) -> None:
        (self.folder / "go").touch()

    def stop_humming(self) -> None:
        (self.folder / "stop").touch()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[HummingServer]:
    running = HummingServer(folder=tmp_path, port=find_free_port())
    try:
        running.start()
        yield running
        running.go()
    finally:
        running.stop()


def track(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(f"{CONDUCTOR}.bundle.track")
    return found


def script(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(f"{CONDUCTOR}.bundle.script")
    return found


def progress(page: Page, server: Server) -> dict[str, Any]:
    practice = page.evaluate(f"{CONDUCTOR}.bundle.id")
    address = f"{server.address}/api/practices/{practice}/progress"
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
        told: dict[str, Any] = json.loads(answer.readline().removeprefix(b"data: "))
    return told


def wait_until_whole(page: Page) -> None:
    # Polled by a clock: with the screen off there are no frames to poll by.
    page.wait_for_function(f"() => {CONDUCTOR}.bundle.track.whole", timeout=LONG_MS, polling=200)


def loudness_at(page: Page, starts_s: list[float]) -> list[float]:
    heard: list[float] = page.evaluate(LOUDNESS, starts_s)
    return heard


def starts_of(page: Page, passages: list[str]) -> list[float]:
    return [region["start_s"] for region in track(page)["regions"] if region["passage"] in passages]


def test_the_rest_follows_on_the_same_second_and_nobody_hears_it_also_after_a_reload(
    page: Page, server: HummingServer
) -> None:
    begin(page, "To calm down", 10)
    assert not track(page)["whole"]
    told = progress(page, server)
    assert 0 < told["done"] <= told["of"]
    assert told["first"]
    start(page)
    page.wait_for_timeout(5000)
    page.reload()
    page.locator(".left b").wait_for(timeout=30_000)
    assert not track(page)["whole"], "loaded again, it goes on with what it has"
    assert page.evaluate(f"{CONDUCTOR}.now_s()") > 0
    page.evaluate(WATCH)
    caption = page.locator(".cue").inner_text()
    lines_s = [cue["at_s"] for cue in script(page)["cues"] if cue["kind"] == "speech"]
    early = loudness_at(page, lines_s)
    assert early[0] > HEARD_LEAST
    assert min(early) < HEARD_LEAST, "some are not spoken yet"
    page.evaluate(SCREEN_OFF)
    server.go()
    wait_until_whole(page)
    page.wait_for_timeout(1500)
    assert min(loudness_at(page, lines_s)) > HEARD_LEAST
    assert caption
    assert page.locator(".cue").inner_text()
    seen = page.evaluate("window.seen")
    steps = [(now[0] - then[0], now[1] - then[1]) for then, now in pairwise(seen)]
    assert all(moved >= 0 for _, moved in steps), "never back"
    assert all(moved <= passed + 0.1 for passed, moved in steps), "and nothing is left out"
    assert seen[-1][1] - seen[0][1] == pytest.approx(seen[-1][0] - seen[0][0], abs=1.0)
    words = track(page)["spoken"]
    changed_s = next(at_s for _, at_s, whole, _ in seen if whole)
    assert not [said for said in words if said["start_s"] < changed_s < said["end_s"]], "between two lines"


def test_who_is_hurt_before_the_rest_is_there_is_led_out_by_the_voice(
    page: Page, server: HummingServer
) -> None:
    begin(page, "To calm down", 10)
    start(page)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Back", exact=False).first.click()
    expect(page.locator(".cue")).to_contain_text("Coming out now")
    assert not track(page)["whole"]
    now = script(page)
    first_words = next(each["first_words"]["id"] for each in now["pain_answers"] if each["slug"] == "back")
    way_out = next(each["way_out"] for each in now["way_out_spans"] if each["start_s"] <= 1 < each["end_s"])
    led = next(each["passage"]["id"] for each in now["way_outs"] if each["id"] == way_out)
    passages = [first_words, led, now["side_rest"]["id"], now["closing"]["id"]]
    assert min(loudness_at(page, starts_of(page, passages))) > HEARD_LEAST
    server.go()
    wait_until_whole(page)
    assert page.evaluate(f"{CONDUCTOR}.state.phase.kind") in {"first-words", "way-out", "on-side", "offer"}
    begun = page.evaluate(f"[{CONDUCTOR}.state.piece, {CONDUCTOR}.now_s()]")
    page.wait_for_timeout(1000)
    now = page.evaluate(f"[{CONDUCTOR}.state.piece, {CONDUCTOR}.now_s()]")
    assert now[0] != begun[0] or now[1] > begun[1] + 0.5, "it leads on"


def test_where_the_rest_cannot_be_spoken_a_sentence_says_so_and_the_practice_goes_on(
    page: Page, server: HummingServer
) -> None:
    begin(page, "To calm down", 10)
    start(page)
    server.stop_humming()
    expect(page.get_by_text("The rest of the words could not be spoken.")).to_be_visible(timeout=20_000)
    before = page.evaluate(f"{CONDUCTOR}.now_s()")
    page.wait_for_timeout(1000)
    assert page.evaluate(f"{CONDUCTOR}.now_s()") > before + 0.5
    chime = next(cue for cue in reversed(script(page)["cues"]) if cue["kind"] == "chime")
    assert loudness_at(page, [chime["at_s"]])[0] > CHIME_LEAST, "chimes go on"
    expect(page.locator(".cue")).not_to_be_empty()

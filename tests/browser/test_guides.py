"""Ten guides, each used as a person would: found, read by its sections, leafed through, heard, printed, practiced."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pypdf import PdfReader

from karani.guide import Guide, compose
from karani.library import Library, read_library
from karani.sound import find_usual_voice
from tests.browser.conftest import DESKTOP, PHONE, Server, find_free_port

pytestmark = pytest.mark.browser

TEN = (
    "viparita-karani",
    "viparita-karani-chair",
    "savasana",
    "balasana",
    "uttanasana",
    "setu-bandha-sarvangasana",
    "salamba-sirsasana",
    "sukhasana",
    "supta-baddha-konasana",
    "virabhadrasana-2",
)
LIBRARY = read_library()
BUSY_MS = 20_000
"""A machine may do much else."""
SILENCE = bytes.fromhex("fffb9064") + bytes(413)
"""One frame of MPEG sound."""


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, computed: Path) -> Iterator[Server]:
    running = Server(folder=tmp_path_factory.mktemp("guides"), port=find_free_port(), cache=computed)
    running.start()
    yield running
    running.stop()


@pytest.fixture(params=["phone", "desktop"])
def reader(request: pytest.FixtureRequest, browser: Browser, house: Server) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE if request.param == "phone" else DESKTOP, base_url=house.address
    )
    yield watched(context)
    context.close()


@pytest.fixture
def desk(browser: Browser, house: Server) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP, base_url=house.address)
    yield watched(context)
    context.close()


def watched(context: BrowserContext) -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def test_each_is_found_by_its_name_and_opened_by_the_keyboard(desk: Page, library: Library) -> None:
    for slug in TEN:
        pose = library.pose(slug)
        desk.goto("/poses")
        desk.locator("#search").fill(pose.name)
        option = desk.get_by_role("option").filter(has_text=re.compile(rf"^\s*{re.escape(pose.name)}(\s|$)"))
        expect(option.first).to_be_visible()
        for _ in range(8):
            desk.keyboard.press("ArrowDown")
            chosen = desk.locator("[role=option][aria-selected=true]")
            if chosen.inner_text().splitlines()[0].split("  ")[0].strip() == pose.name:
                break
        desk.keyboard.press("Enter")
        desk.wait_for_url(re.compile(r"/poses/[a-z0-9-]+$"))
        assert desk.locator("h1").inner_text() == pose.name


def test_each_section_comes_into_view_by_its_address(reader: Page) -> None:
    for slug in TEN:
        reader.goto(f"/poses/{slug}")
        addresses = reader.locator("nav.contents a").evaluate_all("links => links.map(link => link.hash)")
        assert len(addresses) >= 9
        for address in addresses:
            reader.locator(f"nav.contents a[href='{address}']").click()
            expect(reader.locator(f"{address} h2")).to_be_in_viewport(timeout=BUSY_MS)


def test_what_is_folded_opens_where_its_address_leads(desk: Page, library: Library) -> None:
    for slug in TEN:
        guide = compose(library.pose(slug), library)
        for place in deep_places(guide):
            desk.goto("/about")
            desk.goto(f"/poses/{slug}#{place}")
            expect(desk.locator(f"[id='{place}']")).to_be_in_viewport(timeout=BUSY_MS)


def deep_places(guide: Guide) -> list[str]:
    return [
        *(f"caution-{caution.condition}" for caution in guide.cautions[-1:]),
        *(f"source-{source.number}" for source in guide.sources[-1:]),
        *(f"benefit-{benefit.claim}" for benefit in guide.benefits[-1:]),
    ]


def test_a_section_that_is_only_folded_opens_with_its_link(desk: Page) -> None:
    desk.goto("/poses/viparita-karani")
    expect(desk.locator("#source-1")).to_be_hidden()
    desk.locator("nav.contents").get_by_role("link", name="Sources").click()
    expect(desk.locator("#source-1")).to_be_visible()


def test_one_leafs_to_the_next_and_back(desk: Page) -> None:
    for slug in TEN:
        desk.goto(f"/poses/{slug}")
        desk.locator(".neighbors [rel=next]").click()
        desk.wait_for_url(re.compile(rf"/poses/(?!{slug}$)[a-z0-9-]+$"))
        desk.locator(".neighbors [rel=prev]").click()
        desk.wait_for_url(f"**/poses/{slug}")


def test_practice_this_leads_to_a_plan_with_the_pose(reader: Page, library: Library) -> None:
    for slug in TEN:
        pose = library.pose(slug)
        reader.goto(f"/poses/{slug}")
        begin = reader.get_by_role("button", name="Practice this")
        if pose.guide_only:
            expect(begin).to_have_count(0)
            continue
        begin.click()
        reader.wait_for_url(re.compile("/practices"))
        assert "/practices/" in reader.url, (slug, reader.locator("main").inner_text()[:300])
        expect(reader.locator("main")).to_contain_text(pose.name)


def test_each_form_is_one_tap_away(desk: Page, library: Library) -> None:
    for slug in TEN:
        forms = compose(library.pose(slug), library).variations
        if not forms:
            continue
        desk.goto(f"/poses/{slug}")
        desk.locator("#variations h3 a").first.click()
        desk.wait_for_url(f"**{forms[0].ref.url}")
        assert desk.locator("h1").inner_text() == forms[0].ref.name


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory, computed: Path) -> Iterator[Server]:
    _, missing = find_usual_voice()
    if missing:
        pytest.skip(f"hearing a name is skipped: {missing}")
    running = Server(tmp_path_factory.mktemp("speaking"), find_free_port(), cache=computed, voice="")
    running.start()
    yield running
    running.stop()


def test_each_name_is_asked_for_and_played_at_a_tap(browser: Browser, speaking: Server) -> None:
    """What the voice says is heard elsewhere; here each button must ask for its own pose, and play what comes."""
    context = browser.new_context(viewport=PHONE, base_url=speaking.address)
    page = watched(context)
    asked: list[str] = []

    def say(route: Route) -> None:
        asked.append(route.request.url.split("/")[-2])
        route.fulfill(body=SILENCE * 40, content_type="audio/mpeg")

    page.route("**/name.mp3", say)
    for slug in TEN:
        page.goto(f"/poses/{slug}")
        with page.expect_request("**/name.mp3"):
            page.get_by_role("button", name="Hear it").click()
        expect(page.get_by_text("The voice cannot say it now.")).to_have_count(0)
    context.close()
    assert list(dict.fromkeys(asked)) == list(TEN)


@pytest.mark.parametrize("slug", TEN[:3])
def test_paper_shows_what_the_screen_folds_away(desk: Page, library: Library, slug: str) -> None:
    guide = compose(library.pose(slug), library)
    desk.goto(f"/poses/{slug}")
    reader = PdfReader(io.BytesIO(desk.pdf(format="A4")))
    printed = words("".join(page.extract_text() for page in reader.pages))
    missing = [text for text in printed_texts(guide) if words(text) not in printed]
    assert not missing
    assert "Practice this" not in printed


def printed_texts(guide: Guide) -> list[str]:
    return [
        *(caution.condition_name for caution in guide.cautions),
        *(benefit.name for benefit in guide.benefits),
        *(step.cue for step in (*guide.steps_in, *guide.stay, *guide.steps_out)),
        *guide.mistakes,
        *(caution.why for caution in guide.cautions),
    ]


def words(text: str) -> str:
    """Line ends and hyphens of a page are no difference."""
    return re.sub(r"\W+", "", text).lower()

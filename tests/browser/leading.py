"""What the browser tests do again and again: begin a practice, wait for a place in it, answer, end."""

from playwright.sync_api import BrowserContext, Page, expect

FAST = 16
LONG_MS = 90_000


def speed_up(context: BrowserContext, rate: int = FAST) -> None:
    """Let the practice's clock run `rate` times as fast: the developers' setting, before any page opens."""
    context.add_init_script(f"localStorage.setItem('karani-rate', '{rate}')")


def begin(page: Page, need: str, minutes: int) -> None:
    """Two taps from home: the need, Begin. (The minutes are chosen beforehand on a person's own machine.)"""
    page.goto("/")
    page.get_by_label(need, exact=True).check(force=True)
    page.locator(f"input[name=minutes][value='{minutes}']").check(force=True)
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("practice-player")).to_be_attached()
    page.get_by_role("heading", name="How are you now?").wait_for(timeout=30_000)


def start(page: Page) -> None:
    """Skip the question before, and be led."""
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator(".floor-button").wait_for()


def wait_for_time_left(page: Page, seconds: int) -> None:
    """Until at most so much is left on the clock of the bar."""
    page.wait_for_function(
        """limit => {
            const shown = document.querySelector('.left b')?.textContent?.match(/(\\d+):(\\d\\d)/);
            return shown && Number(shown[1]) * 60 + Number(shown[2]) <= limit;
        }""",
        arg=seconds,
        timeout=LONG_MS,
    )


def read_time_left(page: Page) -> int:
    shown = page.locator(".left b").inner_text()
    minutes, seconds = shown.split()[0].split(":")
    return int(minutes) * 60 + int(seconds)

"""A real server and a real Chromium. Without a browser these tests are skipped with one line; where CI=true they fail."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
]  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@dataclass
class Server:
    """Karani as a process of its own, which a test may stop and start again on the same address and journal."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    cache: Path | None = None
    voice: str = "silent"
    """Empty: the best that is installed."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = os.environ | {
            "KARANI_DATABASE_URL": f"sqlite:///{self.folder / 'karani.db'}",
            "XDG_CACHE_HOME": str(self.cache or self.folder / "cache"),
        }
        command = [sys.executable, "-m", "karani", "serve", "--no-browser", "--port", str(self.port)]
        command += ["--voice", self.voice] if self.voice else []
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        for _ in range(600):
            assert self.process is not None
            assert self.process.poll() is None, "the server ended while starting"
            try:
                with urllib.request.urlopen(f"{self.address}/api/health", timeout=1):  # noqa: S310 - our own address
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the server did not answer within half a minute")

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=20)
            self.process = None


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# What is computed is kept under a key of all it depends on: the servers of this folder need to draw it once only.
@pytest.fixture(scope="package")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("computed")


@pytest.fixture
def server(tmp_path: Path, computed: Path) -> Iterator[Server]:
    running = Server(folder=tmp_path, port=find_free_port(), cache=computed)
    try:
        running.start()
        yield running
    finally:
        running.stop()


# Of this folder only: while it is open, no other test may run an event loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is needed here and was not found.")
        pytest.skip("browser tests are skipped: no Chromium was found on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, base_url=server.address)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    """A page that fails its test when a script fails or the console reports an error."""
    opened = phone.new_page()
    mistakes: list[str] = []
    opened.on("pageerror", lambda error: mistakes.append(str(error)))
    yield opened
    assert not mistakes, mistakes

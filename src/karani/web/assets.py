"""The front end as Vite built it: its manifest is read once, when the server starts."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

APP = Path(__file__).parents[1] / "static" / "app"
ADDRESS = "/static/app/"
ENTRY = "app"
SEEN_FIRST = re.compile(r"-latin-(?!ext).*normal.*\.woff2$")
"""The fonts of the first words on every page are fetched before the style sheet asks for them."""


@dataclass(frozen=True, slots=True)
class Assets:
    script: str | None
    styles: tuple[str, ...]
    preloads: tuple[str, ...]

    @property
    def built(self) -> bool:
        return self.script is not None


NOT_BUILT = Assets(script=None, styles=(), preloads=())


def read_assets(folder: Path = APP) -> Assets:
    """The entry script, its style sheets and first fonts; NOT_BUILT when there is no build."""
    manifest = folder / ".vite" / "manifest.json"
    if not manifest.is_file():
        return NOT_BUILT
    chunks = json.loads(manifest.read_text("utf-8"))
    entry = next(chunk for chunk in chunks.values() if chunk.get("isEntry") and chunk.get("name") == ENTRY)
    return Assets(
        script=ADDRESS + entry["file"],
        styles=tuple(ADDRESS + style for style in entry.get("css", ())),
        preloads=tuple(ADDRESS + name for name in entry.get("assets", ()) if SEEN_FIRST.search(name)),
    )

"""The typefaces of the app, as style rules that carry the letters inside them."""

import base64
import re
from pathlib import Path

BUILT = Path(__file__).parents[1] / "static" / "app" / "assets"
FACE = re.compile(r"@font-face\{[^}]*\}")
LETTERS = re.compile(r"url\([^)]*?([^/)]+\.woff2)\)")
DEVANAGARI = "U+900-"


def embedded_fonts(*, devanagari: bool, folder: Path = BUILT) -> str:
    """Empty when the front end was not built: a page then takes the reader's own faces."""
    styles = "".join(file.read_text("utf-8") for file in sorted(folder.glob("*.css")))
    faces = [face for face in FACE.findall(styles) if devanagari or DEVANAGARI not in face]
    return "".join(LETTERS.sub(lambda found: letters(folder / found[1]), face) for face in faces)


def letters(file: Path) -> str:
    return f"url(data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode()})"

"""Reading a pose's small line drawing. It is set into pages as it is, so only plain shapes get through."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from karani.library.content_file import name_in, read_text
from karani.library.fields import FieldError

NAMESPACE = "{http://www.w3.org/2000/svg}"
VIEW_BOX = "0 0 120 80"
SHAPES: Mapping[str, frozenset[str]] = {
    "path": frozenset({"d", "class"}),
    "line": frozenset({"x1", "y1", "x2", "y2", "class"}),
    "circle": frozenset({"cx", "cy", "r", "class"}),
}
CLASSES = ("prop", "head")
GEOMETRY = re.compile(r"[-+0-9.,\sMmLlHhVvCcSsQqTtAaZze]+")


def read_glyph(content: Path, path: Path) -> str:
    """The inside of the drawing, written anew from its shapes."""
    file = name_in(content, path)
    root = parse_drawing(file, read_text(content, path))
    if root.tag != f"{NAMESPACE}svg" or root.get("viewBox") != VIEW_BOX:
        raise FieldError(file, "svg", f'found another frame; <svg viewBox="{VIEW_BOX}"> would be right')
    if not len(root):
        raise FieldError(file, "svg", "is empty; at least one path, line or circle would be right")
    return "".join(write_shape(file, shape) for shape in root)


def parse_drawing(file: str, text: str) -> Element:
    if "<!" in text.replace("<!--", ""):
        raise FieldError(file, "svg", "declares a document type; plain shapes alone would be right")
    try:
        return fromstring(text)  # noqa: S314 - entities and document types were refused above
    except (ParseError, ValueError, LookupError) as error:
        raise FieldError(file, "svg", f"is not SVG ({error}); a well-formed drawing would be right") from None


def write_shape(file: str, shape: Element) -> str:
    name = str(shape.tag).removeprefix(NAMESPACE)
    if name not in SHAPES or len(shape) or (shape.text or "").strip():
        raise FieldError(file, name, f"is not allowed; {', '.join(SHAPES)} without content would be right")
    for key, value in shape.items():
        check_attribute(file, name, key, value)
    written = " ".join(f'{key}="{value}"' for key, value in shape.items())
    return f"<{name} {written}/>"


def check_attribute(file: str, name: str, key: str, value: str) -> None:
    if key not in SHAPES[name]:
        allowed = ", ".join(sorted(SHAPES[name]))
        raise FieldError(file, f"{name}.{key}", f"is not allowed; {allowed} would be right")
    right = value in CLASSES if key == "class" else bool(GEOMETRY.fullmatch(value))
    if not right:
        wanted = " or ".join(CLASSES) if key == "class" else "numbers and path letters"
        raise FieldError(file, f"{name}.{key}", f"found {value[:40]!r}; {wanted} would be right")

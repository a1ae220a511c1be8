"""How much of its sheet a glyph covers. Control points of curves count too: close enough for a frame."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

COMMAND = re.compile(r"([MLHVCSQTAmlhvcsqta])([^A-Za-z]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
NUMBERS_EACH = {"M": 2, "L": 2, "C": 6, "S": 4, "Q": 4, "T": 2, "H": 1, "V": 1, "A": 7}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


WHOLE_SHEET = Box(20, 30, 100, 70)


def glyph_box(glyph: str) -> Box:
    """The box round everything that is drawn; an empty glyph covers the middle of its sheet."""
    elements = ET.fromstring(f"<g>{glyph}</g>")  # noqa: S314 - the library has checked this text
    points = [point for element in elements for point in element_points(element)]
    if not points:
        return WHOLE_SHEET
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def element_points(element: ET.Element) -> Iterator[Point]:
    number = {name: float(text) for name, text in element.attrib.items() if NUMBER.fullmatch(text)}
    if "r" in number:
        x, y, r = number.get("cx", 0.0), number.get("cy", 0.0), number["r"]
        yield from ((x - r, y - r), (x + r, y + r))
    elif "x1" in number:
        yield from ((number["x1"], number["y1"]), (number["x2"], number["y2"]))
    else:
        yield from path_points(element.get("d", ""))


def path_points(path: str) -> Iterator[Point]:
    here: Point = (0.0, 0.0)
    for letter, text in COMMAND.findall(path):
        numbers = [float(number) for number in NUMBER.findall(text)]
        each = NUMBERS_EACH[letter.upper()]
        for at in range(0, len(numbers) - each + 1, each):
            points = list(command_points(letter, numbers[at : at + each], here))
            yield from points
            here = points[-1]


def command_points(letter: str, numbers: list[float], here: Point) -> Iterator[Point]:
    x, y = here if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "H":
            yield numbers[0] + x, here[1]
        case "V":
            yield here[0], numbers[0] + y
        case "A":
            yield numbers[5] + x, numbers[6] + y
        case _:
            yield from ((numbers[at] + x, numbers[at + 1] + y) for at in range(0, len(numbers), 2))

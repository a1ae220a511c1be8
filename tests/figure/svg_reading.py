"""What a test reads out of an SVG."""

import re
from xml.etree import ElementTree as ET

from karani.figure import Figure
from karani.figure.shape import Shape

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def all_shapes(figure: Figure) -> list[Shape]:
    return [*figure.behind, figure.silhouette, *figure.clipped, *figure.lines]


def numbers(data: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]


def commands(data: str) -> str:
    return re.sub(r"[^A-Za-z]", "", data)

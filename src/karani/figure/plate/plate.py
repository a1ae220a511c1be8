"""A drawn plate: what the body shows of bones and muscles in one posture, before anybody says what they do."""

import json
from dataclasses import asdict, dataclass, fields

from karani.figure.ground import Room
from karani.figure.shape import Shape


@dataclass(frozen=True, slots=True)
class Patch:
    """What is seen of one muscle: its path, where a label may point, and how much there is to see [px^2]."""

    muscle: str
    group: str
    side: str
    data: str
    x: float
    y: float
    area: float
    deep: bool = False
    near_m: float = 0.0
    """Of a deep one: how near to the viewer."""


@dataclass(frozen=True, slots=True)
class Plate:
    """`clipped` lies within the silhouette under the muscles, `over` upon them, `lines` over all."""

    width: int
    height: int
    title: str
    description: str
    room: Room
    behind: tuple[Shape, ...]
    pixels_per_m: int
    silhouette: Shape
    clipped: tuple[Shape, ...]
    muscles: tuple[Patch, ...]
    over: tuple[Shape, ...]
    lines: tuple[Shape, ...]
    taken: tuple[str, ...]
    """Rows of cells of CELL_PX pixels, `1` where body or prop is: labels keep off."""


SHAPES = ("behind", "clipped", "over", "lines")
VERSION = 1


def plate_to_json(plate: Plate) -> str:
    return json.dumps({"version": VERSION, **asdict(plate)}, ensure_ascii=False, separators=(",", ":"))


def plate_from_json(text: str) -> Plate:
    content = json.loads(text)
    if content.pop("version") != VERSION:
        raise ValueError("drawn by another version")
    content["room"] = Room(**content["room"])
    content["silhouette"] = Shape(**content["silhouette"])
    content["muscles"] = tuple(Patch(**patch) for patch in content["muscles"])
    content["taken"] = tuple(content["taken"])
    for name in SHAPES:
        content[name] = tuple(Shape(**shape) for shape in content[name])
    return Plate(**{field.name: content[field.name] for field in fields(Plate)})

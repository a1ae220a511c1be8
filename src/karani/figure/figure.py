"""A drawn figure: shapes from back to front, the room's lines, and what it shows in words."""

import json
from dataclasses import asdict, dataclass

from karani.figure.ground import Room
from karani.figure.shape import Shape

VERSION = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """`clipped` lies within the body's silhouette, `behind` under it, `lines` over it."""

    width: int
    height: int
    title: str
    description: str
    room: Room
    behind: tuple[Shape, ...]
    silhouette: Shape
    clipped: tuple[Shape, ...]
    lines: tuple[Shape, ...]


def figure_to_json(figure: Figure) -> str:
    return json.dumps({"version": VERSION, **asdict(figure)}, ensure_ascii=False, separators=(",", ":"))


def figure_from_json(text: str) -> Figure:
    content = json.loads(text)
    if content.pop("version") != VERSION:
        raise ValueError("drawn by another version")
    return Figure(
        width=content["width"],
        height=content["height"],
        title=content["title"],
        description=content["description"],
        room=Room(**content["room"]),
        behind=shapes(content["behind"]),
        silhouette=Shape(**content["silhouette"]),
        clipped=shapes(content["clipped"]),
        lines=shapes(content["lines"]),
    )


def shapes(content: list[dict[str, str]]) -> tuple[Shape, ...]:
    return tuple(Shape(**shape) for shape in content)

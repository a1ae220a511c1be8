"""Drawing figures in the computing process. What it imports for that is slow, so the server itself never does."""

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from karani.body import Body
    from karani.figure import Figure
    from karani.library.pose import Pose

Measures = tuple[float, float, str, float, float]
PREFIX = "@@"
"""Stands in a drawing for the name that makes its ids unique in a page."""


def draw_held(pose: "Pose", measures: Measures, folder: Path) -> bytes:
    """The pose itself as JSON: the fields of `Picture`."""
    from karani.body import solve_posture  # noqa: PLC0415 - see above
    from karani.figure.draw import draw  # noqa: PLC0415 - see above
    from karani.figure.way import options_of  # noqa: PLC0415 - see above

    body = body_of(measures, folder)
    posture = solve_posture(pose, body)
    figure = draw(posture, body, options_of(pose, pose.name))
    return encoded(picture_of(figure, solved=posture.solved, outcome=posture.outcome))


def draw_whole_way(pose: "Pose", measures: Measures, folder: Path) -> bytes:
    """The stills of the way in, the pose and the way out as JSON: the fields of `WayPictures`."""
    from karani.figure.way import draw_way, solve_way  # noqa: PLC0415 - see above

    body = body_of(measures, folder)
    way = solve_way(pose, body)
    figures = draw_way(pose, body, way)
    pictures = [
        picture_of(figure, solved=still.solved, outcome=still.outcome)
        for figure, still in zip(figures, way.stills, strict=True)
    ]
    return encoded({"stills": pictures, "held": way.held})


def encoded(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=4)
def body_of(measures: Measures, folder: Path) -> "Body":
    from karani.body import Person, read_body  # noqa: PLC0415 - see above

    height, mass, sex, age, raised = measures
    assert sex in {"female", "male"}
    person = Person(height, mass, sex, age, raised)  # type: ignore[arg-type]  # a str that was just checked
    return read_body(person, folder)


def picture_of(figure: "Figure", *, solved: bool, outcome: str) -> dict[str, Any]:
    from karani.figure.svg import painted  # noqa: PLC0415 - see above

    return {
        "title": figure.title,
        "words": figure.description,
        "width": figure.width,
        "height": figure.height,
        "floor_y": round(figure.room.floor_y, 1),
        "wall_x": figure.room.wall_x,
        "from_above": figure.room.from_above,
        "origin": (round(figure.room.origin_x, 1), round(figure.room.origin_y, 1)),
        "paths": painted(figure, PREFIX),
        "trouble": "" if solved else outcome,
    }

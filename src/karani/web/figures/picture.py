"""Drawn figures as the computing process hands them on."""

import json
import re
from dataclasses import dataclass, replace

from karani.web.figures.drawing import PREFIX

BREATHED_IN = re.compile(r' data-in="[^"]*"')


@dataclass(frozen=True, slots=True)
class Picture:
    """Lengths are units of the drawing, 420 a meter; y grows downward, the floor begins at `floor_y`.

    `origin` is where the world begins: by it the stills of one way lie over each other. `paths` is the inside of an <svg>; `words` says what is seen. `trouble` is empty when the posture was solved.
    """

    title: str
    words: str
    width: float
    height: float
    floor_y: float
    wall_x: float | None
    from_above: bool
    origin: tuple[float, float]
    paths: str
    trouble: str

    def still(self) -> "Picture":
        """Without what it needs to breathe: half as large."""
        return replace(self, paths=BREATHED_IN.sub("", self.paths))

    def inside(self, prefix: str) -> str:
        """The paths with ids of their own."""
        return self.paths.replace(PREFIX, prefix)


@dataclass(frozen=True, slots=True)
class WayPictures:
    """Numbered as in `karani.library.stills`."""

    stills: tuple[Picture, ...]
    held: int


def read_picture(content: bytes) -> Picture:
    return Picture(**json.loads(content))


def read_way(content: bytes) -> WayPictures:
    way = json.loads(content)
    stills = tuple(Picture(**still) for still in way["stills"])
    return WayPictures(stills, way["held"])

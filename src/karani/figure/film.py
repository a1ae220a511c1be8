"""A pose as a moving picture: the way in, some quiet breaths, the way out."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi

from karani.body import Body, interpolate
from karani.body.posture import Posture
from karani.figure.draw import draw
from karani.figure.figure import Figure
from karani.figure.options import Options
from karani.figure.shape import Shape
from karani.figure.way import Way, in_one_room, options_of, solve_way, title_of
from karani.library.pose import Pose

FRAMES_PER_S = 8
MOVE_S, STAY_S = 2.0, 1.4
BREATHS, IN_S, OUT_S = 2, 3.0, 4.5
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")

Paint = Callable[[Posture, Body, Options], Figure]


@dataclass(frozen=True)
class Moment:
    """`breath` is 0 breathed out, 1 breathed in; the picture stands for `seconds`."""

    figure: Figure
    seconds: float
    breath: float = 0.0
    still: bool = False
    """A key posture, not what lies between two."""


def film(
    pose: Pose, body: Body, paint: Paint = draw, told: Callable[[str], None] = lambda _: None
) -> list[Moment]:
    """All moments in their order; `told` hears once how many pictures there are to draw."""
    way = solve_way(pose, body)
    count = len(way.stills) + (len(way.stills) - 1) * (frames_of(MOVE_S) - 1)
    told(f"Drawing {count} pictures of {pose.name}; the first time this takes some minutes.")
    moments: list[Moment] = []
    for number in range(len(way.stills)):
        if number:
            moments += between(pose, body, way, number, paint)
        moments.append(still_moment(pose, body, way, number, paint))
        if number == way.held:
            moments += breaths(moments[-1])
    return moments


def still_moment(pose: Pose, body: Body, way: Way, number: int, paint: Paint) -> Moment:
    held, still = way.stills[way.held], way.stills[number]
    figure = paint(in_one_room(still, held), body, options_of(pose, title_of(pose, still, held)))
    return Moment(figure, STAY_S, still=True)


def between(pose: Pose, body: Body, way: Way, number: int, paint: Paint) -> Iterator[Moment]:
    """The pictures between a still and the one before it, without either."""
    start, end = way.stills[number - 1], way.stills[number]
    for step in range(1, frames_of(MOVE_S)):
        share = step / frames_of(MOVE_S)
        near = in_one_room(start if share < 0.5 else end, way.stills[way.held])  # noqa: PLR2004 - the nearer of two
        moved = replace(near, frames=interpolate(body, (start, end), share), contacts=())
        yield Moment(paint(moved, body, options_of(pose, pose.name)), 1 / FRAMES_PER_S)


def breaths(held: Moment) -> Iterator[Moment]:
    for _ in range(BREATHS):
        for length_s, from_, to in ((IN_S, 0.0, 1.0), (OUT_S, 1.0, 0.0)):
            for step in range(frames_of(length_s)):
                eased = (1 - cos(pi * step / frames_of(length_s))) / 2
                yield replace(
                    held, still=False, seconds=1 / FRAMES_PER_S, breath=from_ + (to - from_) * eased
                )


def frames_of(seconds: float) -> int:
    return round(seconds * FRAMES_PER_S)


def breathed(figure: Figure, breath: float) -> Figure:
    """The figure as far breathed in as `breath` says; it does not move any more."""
    return replace(
        figure,
        silhouette=mixed(figure.silhouette, breath),
        behind=each_mixed(figure.behind, breath),
        clipped=each_mixed(figure.clipped, breath),
        lines=each_mixed(figure.lines, breath),
    )


def each_mixed(shapes: Sequence[Shape], breath: float) -> tuple[Shape, ...]:
    return tuple(mixed(shape, breath) for shape in shapes)


def mixed(shape: Shape, breath: float) -> Shape:
    if shape.breathed_in is None:
        return shape
    full = map(float, NUMBER.findall(shape.breathed_in))
    data = NUMBER.sub(
        lambda found: f" {float(found[0]) * (1 - breath) + next(full) * breath:.1f}", shape.data
    )
    return replace(shape, data=data, breathed_in=None)

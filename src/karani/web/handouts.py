"""Handouts for the pages: the pictures come from the processes that compute, what cannot be drawn is the pose's own sign."""

import asyncio
import json
from functools import cache
from pathlib import Path
from typing import Any

from karani.errors import KaraniError
from karani.handout import picture_of_glyph
from karani.library.pose import Pose
from karani.web.computing import Computing, Work, digest_of_packages, versions_of

PAPERS = {"": "a4", "a4": "a4", "letter": "us-letter"}


def draw_way_pictures(pose: Pose, cache_folder: Path) -> bytes:
    """The pose with its way in and out, as JSON; run in a process of its own."""
    from karani.figure.cache import keeping  # noqa: PLC0415 - only the process that draws needs it
    from karani.figure.way import draw_way, solve_way  # noqa: PLC0415 - only the process that draws needs it
    from karani.handout import picture_of_figure  # noqa: PLC0415 - only the process that draws needs it

    body = ordinary_body(cache_folder)
    figures = draw_way(pose, body, solve_way(pose, body), keeping(cache_folder / "figures"))
    return json.dumps([picture_of_figure(figure).as_dict() for figure in figures]).encode()


def draw_pose_picture(pose: Pose, cache_folder: Path) -> bytes:
    """The pose alone, as JSON of one picture in a list."""
    from karani.body.solve_posture import solve_posture  # noqa: PLC0415 - only the process that draws needs it
    from karani.figure.cache import draw_kept  # noqa: PLC0415 - only the process that draws needs it
    from karani.figure.way import options_of  # noqa: PLC0415 - only the process that draws needs it
    from karani.handout import picture_of_figure  # noqa: PLC0415 - only the process that draws needs it

    body = ordinary_body(cache_folder)
    posture = solve_posture(pose, body, {})
    figure = draw_kept(posture, body, cache_folder / "figures", options_of(pose, pose.name))
    return json.dumps([picture_of_figure(figure).as_dict()]).encode()


@cache
def ordinary_body(cache_folder: Path) -> Any:
    from karani.body import Person, read_body  # noqa: PLC0415 - only the process that draws needs it

    return read_body(Person(), cache_folder / "body", lambda _: None)


def way_work(pose: Pose, cache_folder: Path) -> Work:
    return Work("handout-way", draw_way_pictures, (pose, cache_folder), sources())


def pose_work(pose: Pose, cache_folder: Path) -> Work:
    return Work("handout-pose", draw_pose_picture, (pose, cache_folder), sources())


@cache
def sources() -> tuple[str, ...]:
    packages = digest_of_packages("karani.body", "karani.figure", "karani.handout")
    return (packages, versions_of("mujoco", "myo-sim", "numpy"))


async def pictures_for(works: list[tuple[Pose, Work]], computing: Computing) -> list[list[dict[str, Any]]]:
    return list(await asyncio.gather(*(pictures_of(pose, work, computing) for pose, work in works)))


async def pictures_of(pose: Pose, work: Work, computing: Computing) -> list[dict[str, Any]]:

    try:
        drawn: list[dict[str, Any]] = json.loads(await computing.result(work))
    except KaraniError:
        return [picture_of_glyph(pose.glyph, pose.name).as_dict()]
    return drawn

"""Drawn figures: the pose, framed for a page or as a file of its own, and its way in and out for the player."""

from hashlib import sha256
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from karani.library.pose import Pose
from karani.library.stills import list_stills
from karani.web.computing import NOW, SOON, digest_of_packages
from karani.web.figures.cast import Drawn, who_is_drawn
from karani.web.figures.picture import WayPictures
from karani.web.figures.svg import framed_svg, scene_svgs, strip_svgs
from karani.web.services import Here, Services

router = APIRouter(include_in_schema=False)

PRIVATE = "private, no-cache"
"""It shows the person: no cache between may keep it, and the browser asks each time whether it is still so."""
Turn = Annotated[str, Query(max_length=80)]
Frame = Literal["card", "scene"]


@router.get("/poses/{slug}/figure.svg")
async def figure(
    request: Request, slug: str, here: Here, *, frame: Frame = "card", turn: Turn = "", still: bool = False
) -> Response:
    """The pose in the person's own body, as SVG whose colors are classes of the page's style sheet."""
    drawn = await drawn_for(here, slug, turn)
    tag = tag_of(here.figures.held(slug, drawn).key, drawn, frame, str(still))
    if is_known(request, tag):
        return known(tag)
    picture = await here.figures.picture(slug, drawn, SOON if frame == "card" else NOW)
    shown = picture.still() if still else picture
    svg = framed_svg(shown, frame, drawn.classes, f"f{tag[:6]}", here.library.pose(slug).name)
    return tagged(Response(svg, media_type="image/svg+xml"), tag)


@router.get("/poses/{slug}/figures.json")
async def figures(
    request: Request, slug: str, here: Here, *, frame: Frame = "scene", turn: Turn = ""
) -> Response:
    """The pose and the stills of its way in and out, all of one scale, and which still each step shows."""
    drawn = await drawn_for(here, slug, turn)
    tag = tag_of(here.figures.way(slug, drawn).key, drawn, frame)
    if is_known(request, tag):
        return known(tag)
    way = await here.figures.way_pictures(slug, drawn)
    return tagged(JSONResponse(describe_way(here.library.pose(slug), way, drawn, frame, f"w{tag[:6]}")), tag)


def describe_way(pose: Pose, way: WayPictures, drawn: Drawn, frame: str, prefix: str) -> dict[str, Any]:
    """Only the pose itself breathes."""
    pictures = tuple(
        picture if number == way.held else picture.still() for number, picture in enumerate(way.stills)
    )
    shown = list_stills(pose)
    drawings = (strip_svgs if frame == "card" else scene_svgs)(pictures, drawn.classes, prefix)
    return {"figures": drawings, "held": way.held, "enter": shown.enter, "exit": shown.exit}


async def drawn_for(here: Services, slug: str, turn: str) -> Drawn:
    pose = here.library.pose(slug)
    known = await run_in_threadpool(here.known)
    return who_is_drawn(known.person, turn or pose.root)


def tag_of(key: str, drawn: Drawn, *more: str) -> str:
    made_of = (key, drawn.classes, *more, digest_of_packages("karani.web.figures"))
    return sha256("\0".join(made_of).encode()).hexdigest()[:32]


def is_known(request: Request, tag: str) -> bool:
    return f'"{tag}"' in request.headers.get("If-None-Match", "")


def known(tag: str) -> Response:
    return tagged(Response(status_code=304), tag)


def tagged(response: Response, tag: str) -> Response:
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Cache-Control"] = PRIVATE
    return response

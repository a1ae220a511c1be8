"""Templates: one environment, one way to render a page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from karani import __version__
from karani.web.assets import Assets
from karani.web.csrf_token import TOKEN
from karani.web.figures.shown import SHOWN, shown_on
from karani.web.room import frame_figure, frame_room
from karani.web.times import clock_time, minutes

FOLDER = Path(__file__).parent / "templates"
NOT_BUILT = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Karani</title>"
    "<p>Karani's pages are not built yet: start it once with <code>python3 dev.py run</code>.</p>"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page."""

    title: str
    section: str
    script: str | None
    styles: tuple[str, ...]
    preloads: tuple[str, ...]
    version: str = __version__


def make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["minutes"] = minutes
    environment.filters["clock"] = clock_time
    environment.globals["figures"] = SHOWN.get
    environment.globals["frame_room"] = cache(frame_room)  # the same few drawings again and again
    environment.globals["frame_figure"] = cache(frame_figure)
    return environment


ENVIRONMENT = make_environment()


def render(
    request: Request,
    template: str,
    page: object,
    *,
    title: str,
    section: str = "",
    status: int = 200,
    personal: bool = False,
) -> HTMLResponse:
    """`personal`: the page shows what somebody told about themselves, and no browser keeps a copy of it."""
    frame = make_frame(request.app.state.assets, title, section)
    if frame.script is None:
        return HTMLResponse(NOT_BUILT, 503)
    context: dict[str, Any] = {
        "request": request,
        "frame": frame,
        "page": page,
        "token": request.scope.get(TOKEN, ""),
    }
    SHOWN.set(shown_on(getattr(request.state, "here", request.app.state.services)))
    headers = {"Cache-Control": "no-store"} if personal else None
    return HTMLResponse(ENVIRONMENT.get_template(template).render(context), status, headers)


def make_frame(assets: Assets, title: str, section: str) -> Frame:
    return Frame(title, section, assets.script, assets.styles, assets.preloads)


def render_part(template: str, page: object) -> HTMLResponse:
    """A part of a page, for a script that puts it in its place."""
    return HTMLResponse(ENVIRONMENT.get_template(template).render({"page": page}))

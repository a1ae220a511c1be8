"""Two poses side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from karani.library.pose import Pose
from karani.web.anatomy_work import anatomy_work
from karani.web.blood import blood_work, look, measures_of
from karani.web.blood_work import Measures
from karani.web.loads_work import loads_work
from karani.web.pages.compare_page import Found, choose_pair, compose_compare
from karani.web.routes.anatomy import asked_of
from karani.web.services import Here, Services
from karani.web.templating import render

router = APIRouter(include_in_schema=False)
Slug = Annotated[str, Query(max_length=80)]
Slugs = Annotated[list[str] | None, Query(max_length=80)]


@router.get("/compare")
def compare(request: Request, here: Here, a: Slug = "", b: Slug = "", pose: Slugs = None) -> Response:
    """`a` and `b`, or `pose` twice; opened with compute=yes it has computed what is missing."""
    named = [slug for slug in (a, b) if slug] or [slug for slug in pose or [] if slug in here.library.poses]
    one, other = choose_pair(named, here.guides, here.demands)
    ask = request.query_params.get("compute") == "yes"
    found = {slug: look_up(here.library.pose(slug), here, ask=ask) for slug in (one, other)}
    page = compose_compare(one, other, found, here.guides, here.demands)
    title = f"{page.here.guide.name} and {page.there.guide.name}"
    told = measures_of(here.known().person) != Measures()
    return render(request, "compare.html", page, title=title, section="poses", personal=told)


@router.get("/side-by-side")
def moved(request: Request) -> Response:
    """Its address of before."""
    return RedirectResponse(request.url.replace(path="/compare"), 308)


def look_up(pose: Pose, here: Services, *, ask: bool) -> Found:
    asked = asked_of(here, pose, {})
    return Found(
        look(anatomy_work(asked), here, ask=ask),
        look(loads_work(asked), here, ask=ask),
        look(blood_work(pose, here), here, ask=ask),
    )

"""The poses and their guides."""

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from karani.web.pages.guide_page import compose_guide_page
from karani.web.pages.poses_filter import GROUPS, read_poses_asked
from karani.web.pages.poses_page import compose_poses
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">{}</svg>'


@router.get("/poses")
def show_poses(request: Request, here: Here) -> Response:
    sent = request.query_params
    asked = read_poses_asked(
        sent.get("q", ""),
        {group: sent.getlist(group) for group in GROUPS},
        sent.get("safe", ""),
        here.library,
    )
    page = compose_poses(asked, here.known(), here.library)
    return render(request, "poses.html", page, title="Poses", section="poses")


@router.get("/poses/{slug}")
def show_guide(request: Request, slug: str, here: Here) -> Response:
    guide, pose = here.guides.guide(slug), here.library.pose(slug)
    page = compose_guide_page(guide, pose, here.known(), here.library)
    return render(request, "guide.html", page, title=guide.name, section="poses")


@router.get("/poses/{slug}/glyph.svg")
def glyph(slug: str, here: Here) -> Response:
    drawing = SVG.format(Markup(here.library.pose(slug).glyph))  # noqa: S704 - checked content of ours
    return Response(drawing, media_type="image/svg+xml")

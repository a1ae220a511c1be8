"""The poses and their guides."""

from fastapi import APIRouter, HTTPException, Request
from markupsafe import Markup
from starlette.responses import FileResponse, Response

from karani.sound.render import MP3
from karani.web.blood import look_for
from karani.web.pages.blood_page import compose_blood
from karani.web.pages.guide_page import compose_guide_page
from karani.web.pages.poses_filter import GROUPS, read_poses_asked
from karani.web.pages.poses_page import compose_poses, is_personal
from karani.web.pages.spared import SparedPage
from karani.web.routes.anatomy import body_in
from karani.web.services import Here
from karani.web.settling import spared_in
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
    return render(request, "poses.html", page, title="Poses", section="poses", personal=is_personal(page))


@router.get("/poses/{slug}")
def show_guide(request: Request, slug: str, here: Here) -> Response:
    pose = here.library.pose(slug)
    blood = compose_blood(pose, here.library, look_for(pose, here))
    page = compose_guide_page(
        pose,
        here.known(),
        here.guides,
        here.demands,
        body=body_in(here, pose),
        blood=blood,
        spared=spared_in(pose, here),
        speaks=here.voices.naming() is not None,
    )
    personal = page.for_you is not None or bool(page.cautions.yours)
    return render(request, "guide.html", page, title=pose.name, section="poses", personal=personal)


@router.get("/poses/{slug}/spared")
def show_spared(request: Request, slug: str, here: Here) -> Response:
    """What its forms spare, as a page of its own; whoever opens it has it computed."""
    pose, spared = here.library.pose(slug), spared_in(here.library.pose(slug), here, ask=True)
    names = {form: here.library.pose(form).name for form in spared.lines}
    page = SparedPage(pose.name, f"/poses/{slug}", names, spared)
    return render(request, "spared.html", page, title=pose.name, section="poses", personal=True)


@router.get("/poses/{slug}/name.mp3")
async def name(slug: str, here: Here) -> FileResponse:
    """The Sanskrit name, said by the natural voice."""
    said, voice = here.library.pose(slug).sanskrit_name, here.voices.naming()
    if not said or voice is None:
        raise HTTPException(404, "There is no voice here that says this name.")
    return FileResponse(await here.tracks.name(said, voice), media_type=MP3)


@router.get("/poses/{slug}/glyph.svg")
def glyph(slug: str, here: Here) -> Response:
    drawing = SVG.format(Markup(here.library.pose(slug).glyph))  # noqa: S704 - checked content of ours
    return Response(drawing, media_type="image/svg+xml")

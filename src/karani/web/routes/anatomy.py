"""The body in a pose: a fragment of its guide, computed in a process of its own, and the plate as a file."""

import re
from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.library.pose import Pose
from karani.web.anatomy_work import Asked, anatomy_work, bones_work, plate_work, space_work
from karani.web.body_folder import body_folder
from karani.web.pages.anatomy_page import OWN, AnatomyPage, body_person, compose_anatomy, read_chosen
from karani.web.services import Here, Services
from karani.web.templating import render_part

router = APIRouter(include_in_schema=False)
CLIENT = re.compile(r"[a-z0-9-]{1,40}")
SVG_TYPE = "image/svg+xml"


@router.get("/poses/{slug}/body")
async def show_body(request: Request, slug: str, here: Here) -> Response:
    """Picture and numbers for what the sliders say. `quality=coarse` is for while a finger moves; of one `client` only
    the last wish is answered, an earlier one hears 409."""
    pose, sent = here.library.pose(slug), dict(request.query_params)
    chosen = read_chosen(sent, pose)
    work = anatomy_work(asked_of(here, pose, chosen), coarse=sent.get("quality") == "coarse")
    client = sent.get("client", "")
    computed = await here.computing.result(work, f"body-{client}" if CLIENT.fullmatch(client) else "")
    page = compose_anatomy(pose, here.known().person, chosen, computed)
    return render_part("_anatomy_parts.html", page)


@router.get("/poses/{slug}/plate.svg")
async def plate(request: Request, slug: str, here: Here) -> Response:
    pose = here.library.pose(slug)
    chosen = read_chosen(dict(request.query_params), pose)
    asked = asked_of(here, pose, chosen)
    drawn = await here.computing.result(plate_work(asked))
    # A page without scripts shows this picture, and words and numbers the next time.
    here.computing.ask(anatomy_work(asked))
    # A file to keep: in a page of its own the policy against inline styles would take its colors away.
    kept = {"Content-Disposition": f'attachment; filename="{pose.slug}.svg"'}
    return Response(drawn, media_type=SVG_TYPE, headers=kept)


@router.get("/poses/{slug}/body.json")
async def in_space(request: Request, slug: str, here: Here) -> Response:
    """Where bones and muscles are, for turning the body."""
    pose = here.library.pose(slug)
    asked = asked_of(here, pose, read_chosen(dict(request.query_params), pose))
    return Response(await here.computing.result(space_work(asked)), media_type="application/json")


@router.get("/bones.bin")
async def bones(here: Here) -> Response:
    return Response(
        await here.computing.result(bones_work(body_folder())), media_type="application/octet-stream"
    )


def body_in(here: Services, pose: Pose) -> AnatomyPage:
    """For the guide: what is there already, else room for it."""
    person = here.known().person
    work = anatomy_work(asked_of(here, pose, {}))
    return compose_anatomy(pose, person, {}, here.computing.find(work))


def asked_of(here: Services, pose: Pose, chosen: Mapping[str, float]) -> Asked:
    person = body_person(here.known().person, chosen)
    free = {name: value for name, value in chosen.items() if name not in OWN}
    return Asked(pose, person, free, here.library.muscle_groups, body_folder())

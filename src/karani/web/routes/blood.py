"""The blood in a pose."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.web.blood import look_for
from karani.web.pages.blood_page import BloodPage, compose_blood
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/poses/{slug}/blood")
def show_blood(request: Request, slug: str, here: Here) -> Response:
    """The section as a page of its own; whoever opens it has it computed, and finds it when it is loaded again."""
    pose = here.library.pose(slug)
    page = BloodPage(slug, compose_blood(pose, here.library, look_for(pose, here, ask=True)))
    return render(request, "blood.html", page, title=f"The blood in {pose.name}", section="poses")

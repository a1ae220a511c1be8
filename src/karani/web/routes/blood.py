"""The blood in a pose, the comparison of poses, and the quiet line about a practice."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from karani.web.blood import look_for
from karani.web.pages.blood_page import BloodPage, compose_blood
from karani.web.pages.compare_page import choose_poses, compose_compare
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)
Chosen = Annotated[list[str] | None, Query(max_length=80)]


@router.get("/poses/{slug}/blood")
def show_blood(request: Request, slug: str, here: Here) -> Response:
    """The section as a page of its own; whoever opens it has it computed, and finds it when it is loaded again."""
    pose = here.library.pose(slug)
    page = BloodPage(slug, compose_blood(pose, here.library, look_for(pose, here, ask=True)))
    return render(request, "blood.html", page, title=f"The blood in {pose.name}", section="poses")


@router.get("/compare")
def compare(request: Request, here: Here, pose: Chosen = None) -> Response:
    slugs = choose_poses(pose or [], here.library)
    ask = request.query_params.get("compute") == "yes"
    computed = {slug: look_for(here.library.pose(slug), here, ask=ask) for slug in slugs}
    page = compose_compare(slugs, computed, here.library)
    return render(request, "compare.html", page, title="Poses, side by side", section="poses")

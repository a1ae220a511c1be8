"""What Karani is, its sources, and where the data lie."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.web.pages.about_page import compose_about
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/about")
def show_about(request: Request, here: Here) -> Response:
    page = compose_about(here.library, here.storage.place)
    return render(request, "about.html", page, title="About Karani", section="about")

"""Two poses side by side."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.web.pages.side_by_side_page import compose_side_by_side
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/side-by-side")
def show_comparison(request: Request, here: Here, a: str = "", b: str = "") -> Response:
    page = compose_side_by_side(a, b, here.guides, here.library)
    title = f"{page.here.name} and {page.there.name}"
    return render(request, "side_by_side.html", page, title=title, section="poses")

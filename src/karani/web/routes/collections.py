"""The collections."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.web.pages.collections_page import compose_collection, compose_collections
from karani.web.services import Here, Services
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/collections")
def show_collections(request: Request, here: Here) -> Response:
    return render(
        request, "collections.html", compose_collections(here.library), title="Collections", section="poses"
    )


@router.get("/collections/{slug}")
def show_one(request: Request, slug: str, here: Here) -> Response:
    return show_collection(request, slug, here)


def show_collection(request: Request, slug: str, here: Services, error: str = "") -> Response:
    page = compose_collection(here.library.collection(slug), here.known(), here.library, error)
    return render(
        request,
        "collection.html",
        page,
        title=page.name,
        section="poses",
        status=422 if error else 200,
        personal=any(entry.for_you for entry in page.entries),
    )

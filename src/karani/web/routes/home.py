"""GET / and what is asked there."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.errors import KaraniError
from karani.web.asking import Asked
from karani.web.pages.home_page import compose_home
from karani.web.services import Here, Services
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request, here: Here) -> Response:
    here.tracks.warm()
    return show_home(request, here, last_asked(here))


def show_home(request: Request, here: Services, asked: Asked, error: str = "") -> Response:
    page = compose_home(here.library, here.known(), asked, error)
    return render(
        request,
        "home.html",
        page,
        title="What do you need?",
        section="practise",
        status=422 if error else 200,
    )


def last_asked(here: Services) -> Asked:
    """The need and minutes of last time stand ready, so that one tap may do."""
    first_time = here.storage.count_sessions() == 0
    try:
        last = here.storage.find_last_practice()
    except KaraniError:  # a plan of another version: then nothing stands ready
        last = None
    if last is None:
        return Asked(first_time=first_time)
    request = last.request
    return Asked(request.need, str(request.minutes), request.pose or "", first_time)

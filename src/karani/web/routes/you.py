"""The person's page."""

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from karani.web.computing import SOON
from karani.web.form import Form, Sent
from karani.web.own_body import ask_for, list_rest_works
from karani.web.pages.you_page import compose_you
from karani.web.person_form import form_of, read_person
from karani.web.services import Here, Services
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/you")
def show_you(request: Request, here: Here) -> Response:
    form = form_of(here.storage.find_person(), here.library, here.voices)
    return you_page(request, form, here, saved="saved" in request.query_params)


@router.post("/you")
def save_you(request: Request, form: Sent, here: Here) -> Response:
    if form.one("answer") == "later":
        return answer_later(here)
    filled = read_person(form, here.storage.find_person(), here.library)
    if filled.errors:
        return you_page(request, form, here, errors=filled.errors)
    here.storage.save_person(filled.person)
    ask_for(list_rest_works(filled.person, here.library.poses.values()), here.computing, SOON)
    return RedirectResponse("/you?saved=1", 303)


def answer_later(here: Services) -> Response:
    """An equal answer: the question is not asked again on the first page, and nothing else is kept."""
    here.storage.save_person(here.storage.find_person().asked_once())
    return RedirectResponse("/", 303)


@router.post("/you/notes/{pose}/lift")
def lift_note(pose: str, here: Here) -> Response:
    if not here.storage.lift_note(pose, here.clock()):
        raise HTTPException(404, "No note stands on this pose.")
    return RedirectResponse("/you", 303)


def you_page(
    request: Request, form: Form, here: Services, *, saved: bool = False, errors: dict[str, str] | None = None
) -> Response:
    page = compose_you(
        form, here.storage.list_notes(), here.library, here.zone, here.voices, saved=saved, errors=errors
    )
    return render(
        request, "you.html", page, title="You", section="you", status=422 if errors else 200, personal=True
    )

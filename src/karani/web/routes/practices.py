"""From a need to a plan, and changes to it before the start."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from karani.errors import PracticeError, RequestError, UnknownSlug
from karani.practice import Change, Practice, edit, plan
from karani.web.asking import Asked, renew, request_for
from karani.web.blood import forecast_work, look
from karani.web.form import Form, Sent
from karani.web.own_body import with_known_body
from karani.web.pages.forecast import Forecast, ForecastPage, compose_forecast
from karani.web.pages.own_body_part import OwnBodyPage
from karani.web.pages.plan_page import compose_plan
from karani.web.routes.collections import show_collection
from karani.web.routes.home import show_home
from karani.web.services import Here, Services
from karani.web.settling import own_body_part, settle
from karani.web.templating import render
from karani.web.times import local

router = APIRouter(include_in_schema=False)

UNUSED_FOR = timedelta(days=30)
"""After so long a plan that nobody followed is forgotten."""


@router.post("/practices")
def begin(request: Request, form: Sent, here: Here) -> Response:
    asked = Asked(
        form.one("need"),
        form.one("minutes"),
        form.one("pose"),
        form.has("first_time"),
        form.one("collection"),
    )
    try:
        practice_id, _ = plan_and_save(asked, here)
    except (RequestError, UnknownSlug) as error:
        if asked.collection in here.library.collections:
            return show_collection(request, asked.collection, here, str(error))
        return show_home(request, here, asked, str(error))
    played = "/play" if form.one("to") == "begin" else ""
    return RedirectResponse(f"/practices/{practice_id}{played}", 303)


def plan_and_save(asked: Asked, here: Services) -> tuple[str, Practice]:
    """Plan what was asked for and keep it under a new id."""
    known = here.known()
    planned = plan(request_for(asked, known, here.library), here.library)
    practice = with_known_body(planned, known.person, here.computing, here.library)
    practice_id, now = str(uuid4()), here.clock()
    here.storage.delete_practices_before(now - UNUSED_FOR)
    here.storage.save_practice(practice_id, practice, now)
    return practice_id, practice


def find_practice(practice_id: UUID, here: Here) -> Practice:
    """The practice of this address; planned anew when the person has told something else since."""
    practice = here.storage.find_practice(str(practice_id))
    if practice is None:
        raise HTTPException(404, "There is no such practice any more; choose what you need once more.")
    renewed = renew(practice, here.known(), here.library)
    if renewed is not practice:
        here.storage.save_practice(str(practice_id), renewed, here.clock())
    return renewed


Found = Annotated[Practice, Depends(find_practice)]


@router.get("/practices/{practice_id}")
def show_plan(request: Request, practice_id: UUID, practice: Found, here: Here) -> Response:
    settled = settle(str(practice_id), practice, here)
    here.speak_first_words(settled)
    return plan_page(request, practice_id, settled, here)


@router.post("/practices/{practice_id}/edit")
def change_plan(request: Request, practice_id: UUID, practice: Found, form: Sent, here: Here) -> Response:
    try:
        edited = edit(practice, read_change(form), here.library)
    except (PracticeError, RequestError, UnknownSlug) as error:
        return plan_page(request, practice_id, practice, here, str(error))
    here.storage.save_practice(str(practice_id), edited, here.clock())
    return RedirectResponse(f"/practices/{practice_id}", 303)


def read_change(form: Form) -> Change:
    change, segment = form.one("change"), form.one("segment")
    if change not in {"longer", "shorter", "drop", "swap"}:
        raise PracticeError(f"{change[:20]!r} is not a change; longer, shorter, drop and swap are.")
    if not (segment.isascii() and segment.isdigit()):
        raise PracticeError(f"{segment[:20]!r} is not the number of a pose in this practice.")
    return Change(change, int(segment[:4]), form.one("to") or None)  # type: ignore[arg-type]  # checked above


def plan_page(
    request: Request, practice_id: UUID, practice: Practice, here: Services, error: str = ""
) -> Response:
    now, forecast = local(here.clock(), here.zone), look_ahead_for(practice_id, practice, here)
    own = own_body_part(str(practice_id), practice, here)
    page = compose_plan(
        str(practice_id), practice, here.library, now, forecast=forecast, own=own, error=error
    )
    return render(
        request,
        "plan.html",
        page,
        title=practice.title,
        section="practise",
        status=422 if error else 200,
        personal=True,
    )


@router.get("/practices/{practice_id}/blood")
def show_forecast(request: Request, practice_id: UUID, practice: Found, here: Here) -> Response:
    """The line about pulse and breath as a page of its own; whoever opens it has it computed."""
    page = ForecastPage(str(practice_id), look_ahead_for(practice_id, practice, here, ask=True))
    return render(request, "forecast.html", page, title=practice.title, section="practise")


@router.get("/practices/{practice_id}/own-body")
def show_own_body(request: Request, practice_id: UUID, practice: Found, here: Here) -> Response:
    """What is said of the person's own body, as a page of its own; whoever opens it has it computed."""
    settled = settle(str(practice_id), practice, here)
    if settled is not practice:
        here.speak_first_words(settled)
    own = own_body_part(str(practice_id), settled, here, ask=True)
    page = OwnBodyPage(f"/practices/{practice_id}", own)
    return render(request, "own_body.html", page, title=practice.title, section="practise", personal=True)


def look_ahead_for(practice_id: UUID, practice: Practice, here: Services, *, ask: bool = False) -> Forecast:
    return compose_forecast(str(practice_id), look(forecast_work(practice, here), here, ask=ask))

"""The journal: the list, one practice, its note, and forgetting."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from karani.storage import Session
from karani.web.form import Sent, clean
from karani.web.pages.journal_page import compose_journal
from karani.web.pages.session_page import compose_session
from karani.web.services import Here, Services
from karani.web.templating import render

router = APIRouter(include_in_schema=False)

NOTE_LETTERS = 4000
LISTED_BESIDE = 12
NOT_SURE = "Nothing was deleted: mark the box first if you are sure."


@router.get("/journal")
def show_journal(request: Request, here: Here) -> Response:
    return journal_page(request, here)


def journal_page(request: Request, here: Services, error: str = "") -> Response:
    page = compose_journal(here.storage.list_sessions(), here.library, here.zone, error)
    return render(
        request,
        "journal.html",
        page,
        title="Journal",
        section="journal",
        status=422 if error else 200,
        personal=True,
    )


@router.post("/journal/delete-all")
def delete_all(request: Request, form: Sent, here: Here) -> Response:
    if not form.has("sure"):
        return journal_page(request, here, NOT_SURE)
    here.storage.delete_all_sessions()
    return RedirectResponse("/journal", 303)


def find_session(session_id: UUID, here: Services) -> Session:
    session = here.storage.find_session(str(session_id))
    if session is None:
        raise HTTPException(404, "This practice is not in the journal any more.")
    return session


@router.get("/journal/{session_id}")
def show_session(request: Request, session_id: UUID, here: Here) -> Response:
    session = find_session(session_id, here)
    return session_page(request, session, here, saved="saved" in request.query_params)


@router.post("/journal/{session_id}/note")
def save_note(request: Request, session_id: UUID, form: Sent, here: Here) -> Response:
    session = find_session(session_id, here)
    note = clean(form.one("note"))
    if len(note) > NOTE_LETTERS:
        error = f"The note has {len(note)} letters; {NOTE_LETTERS} is the most, so it was not saved."
        return session_page(request, session, here, error=error)
    here.storage.save_session_note(session.id, note)
    return RedirectResponse(f"/journal/{session.id}?saved=1", 303)


@router.post("/journal/{session_id}/delete")
def delete_one(session_id: UUID, here: Here) -> Response:
    session = find_session(session_id, here)
    here.storage.delete_session(session.id)
    return RedirectResponse("/journal", 303)


def session_page(
    request: Request, session: Session, here: Services, *, saved: bool = False, error: str = ""
) -> Response:
    page = compose_session(
        session,
        here.storage.list_sessions_beside(session.id, LISTED_BESIDE),
        here.library,
        here.zone,
        again_url=again_url(session, here),
        saved=saved,
        error=error,
    )
    return render(
        request,
        "session.html",
        page,
        title=page.when,
        section="journal",
        status=422 if error else 200,
        personal=True,
    )


def again_url(session: Session, here: Services) -> str:
    kept = session.practice_id and here.storage.find_practice(session.practice_id)
    return f"/practices/{session.practice_id}" if kept else ""

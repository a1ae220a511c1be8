"""The journal to take away."""

from fastapi import APIRouter
from starlette.responses import Response

from karani.storage import export_csv, export_ical, export_json
from karani.web.services import Here

router = APIRouter(include_in_schema=False)


@router.get("/journal/export.json")
def as_json(here: Here) -> Response:
    storage = here.storage
    content = export_json(storage.list_sessions(), storage.find_person(), storage.list_notes())
    return download(content, "application/json", "json")


@router.get("/journal/export.csv")
def as_csv(here: Here) -> Response:
    return download(export_csv(here.storage.list_sessions()), "text/csv; charset=utf-8", "csv")


@router.get("/journal/export.ics")
def as_calendar(here: Here) -> Response:
    content = export_ical(here.storage.list_sessions(), here.clock())
    return download(content, "text/calendar; charset=utf-8", "ics")


def download(content: str, media_type: str, ending: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="karani-journal.{ending}"',
        "Cache-Control": "no-store",
    }
    return Response(content.encode(), media_type=media_type, headers=headers)

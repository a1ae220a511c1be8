"""Every mistake is answered with one sentence: a page for pages, {"error": sentence} for the API."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from karani.errors import KaraniError, PracticeError, RequestError, StorageError, UnknownSlug
from karani.web.bodies import sentence_of
from karani.web.computing import ComputingError, ComputingStopped, Outdated
from karani.web.pages.error_page import ErrorPage
from karani.web.templating import render

TITLES = {
    400: "Not here",
    403: "Not sent",
    404: "Nothing here",
    500: "A mistake of ours",
    503: "Not just now",
}
SENTENCES = {
    404: "There is no such page; the address may have a letter too many.",
    405: "This address cannot be used that way.",
}
BY_MISTAKE: dict[type[KaraniError], int] = {
    UnknownSlug: 404,
    RequestError: 422,
    PracticeError: 422,
    StorageError: 503,
    Outdated: 409,
    ComputingStopped: 503,
    ComputingError: 422,
}
"""The first that fits counts."""


def error_response(request: Request, status: int, sentence: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": sentence}, status)
    title = TITLES.get(status, "That did not work")
    page = ErrorPage(
        status=status, title=title, sentence=sentence, back_url="/", back_name="What do you need?"
    )
    return render(request, "error.html", page, title=title, status=status)


def add_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(RequestValidationError, answer_invalid)
    app.add_exception_handler(KaraniError, answer_mistake)


async def answer_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    known = error.detail and error.detail not in {"Not Found", "Method Not Allowed"}
    sentence = str(error.detail) if known else SENTENCES.get(error.status_code, "That did not work.")
    return error_response(request, error.status_code, sentence)


async def answer_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return error_response(request, 422, sentence_of(error))


async def answer_mistake(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in BY_MISTAKE.items() if isinstance(error, kind)), 500)
    return error_response(request, status, str(error))

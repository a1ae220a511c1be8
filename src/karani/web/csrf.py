"""No other page can act in the person's name: double-submitted token, and the Origin must be our own."""

import secrets
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from karani.web.body_limit import BODY
from karani.web.csrf_token import TOKEN
from karani.web.errors import error_response

COOKIE = "karani_token"
FIELD = "token"
HEADER = "x-karani-token"
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
KEPT_S = 400 * 24 * 3600
REFUSED = "This page is older than Karani's last visit here. Go back, load it again, and repeat what you did."
FOREIGN = "This was sent by another page, so nothing was changed."


class Csrf:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        found = request.cookies.get(COOKIE, "")
        scope[TOKEN] = found or secrets.token_urlsafe(24)
        # An old page needs its cookie back before it can act again, so a refusal sets one too.
        answer = send if found else with_cookie(send, scope[TOKEN])
        if refusal := refuse(request, found):
            await error_response(request, 403, refusal)(scope, receive, answer)
            return
        await self.app(scope, receive, answer)


def refuse(request: Request, found: str) -> str:
    """Why this request may change nothing; empty when it may."""
    if request.method not in CHANGING:
        return ""
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers['host']}":
        return FOREIGN
    sent = request.headers.get(HEADER) or token_of_form(request)
    return "" if found and secrets.compare_digest(found.encode(), sent.encode()) else REFUSED


def token_of_form(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return ""
    body: bytes = request.scope.get(BODY, b"")
    return parse_qs(body.decode("utf-8", "replace")).get(FIELD, [""])[0]


def with_cookie(send: Send, token: str) -> Send:
    async def send_with_cookie(message: Message) -> None:
        if message["type"] == "http.response.start":
            cookie = f"{COOKIE}={token}; Path=/; Max-Age={KEPT_S}; SameSite=Strict"
            MutableHeaders(scope=message).append("set-cookie", cookie)
        await send(message)

    return send_with_cookie

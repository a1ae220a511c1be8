"""A request's body is read once, up to a limit, and handed on whole."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from karani.web.errors import error_response

LIMIT_BYTES = 256 * 1024
WITH_BODY = frozenset({"POST", "PUT", "PATCH", "DELETE"})
BODY = "karani.body"
"""Where the body stands in the scope, for those who look before the route does."""


class BodyLimit:
    def __init__(self, app: ASGIApp, limit_bytes: int = LIMIT_BYTES) -> None:
        self.app = app
        self.limit_bytes = limit_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in WITH_BODY:
            await self.app(scope, receive, send)
            return
        body = await read_body(receive, self.limit_bytes)
        if body is None:
            sentence = f"This is more than Karani takes at once; {self.limit_bytes // 1024} kB is the most."
            await error_response(Request(scope), 413, sentence)(scope, receive, send)
            return
        scope[BODY] = body
        await self.app(scope, replay(body, receive), send)


async def read_body(receive: Receive, limit_bytes: int) -> bytes | None:
    """The whole body, or None when it is too large or its sender went away."""
    body = b""
    while True:
        message = await receive()
        piece: bytes = message.get("body", b"")
        body += piece
        if len(body) > limit_bytes or message["type"] == "http.disconnect":
            return None
        if not message.get("more_body", False):
            return body


def replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def receive_again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again

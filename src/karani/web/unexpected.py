"""A mistake of ours becomes a calm sentence; what happened goes to the log of this machine only."""

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from karani.web.errors import error_response

LOG = logging.getLogger("karani")
SENTENCE = "Something went wrong on Karani's side. Nothing you told it is lost; try once more."


class Unexpected:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception:
            LOG.exception("%s %s failed", scope.get("method"), scope.get("path"))
            if started or scope["type"] != "http":
                raise
            await error_response(Request(scope), 500, SENTENCE)(scope, receive, send)

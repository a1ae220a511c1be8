"""Only this machine's own names are answered, so that no foreign page can reach the journal by DNS."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from karani.web.errors import error_response

OWN_NAMES = frozenset({"127.0.0.1", "localhost"})


class HostCheck:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_own(Request(scope).headers.get("host", "")):
            await self.app(scope, receive, send)
            return
        sentence = "This address is not Karani's own; open it as http://127.0.0.1 or http://localhost."
        await error_response(Request(scope), 400, sentence)(scope, receive, send)


def is_own(host: str) -> bool:
    name, _, port = host.partition(":")
    return name.lower() in OWN_NAMES and (port.isdecimal() or ":" not in host)

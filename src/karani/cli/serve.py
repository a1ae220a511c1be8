"""`karani serve`: Karani in the browser, for this machine alone."""

import os
import socket
import threading
import webbrowser
from contextlib import closing, suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from karani.cli.parser import Arguments, Parser, port
from karani.cli.voice import known_voice, tell_missing_voice, voice_names
from karani.errors import KaraniError
from karani.library import read_library
from karani.library.packaged import PACKAGED_CONTENT
from karani.storage import open_storage
from karani.web import create_app
from karani.web.app import stop_rendering

HOST = "127.0.0.1"
PORT = 8417
TRIES = 50
STOPPING_S = 3  # how long open connections may keep it from stopping


class ServeError(KaraniError):
    """A port that cannot be had."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--port", type=port, metavar="N", help=f"where to listen; {PORT}, or the next free one, if not said"
    )
    parser.add_argument("--voice", metavar="V", help=f"who speaks for who has not chosen: {voice_names()}")
    parser.add_argument(
        "--content",
        type=Path,
        metavar="FOLDER",
        default=PACKAGED_CONTENT,
        help="a folder of content, looked at again while you write; Karani's own if not said",
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")


def run(arguments: Arguments) -> None:
    listener = listen_on(arguments.port) if arguments.port is not None else listen_from(PORT)
    with listener, closing(open_storage(database_url())) as storage:
        library = read_library(None if arguments.content == PACKAGED_CONTENT else arguments.content)
        app = create_app(storage, library, voice=known_voice(arguments.voice), content=arguments.content)
        tell_missing_voice(arguments.voice)
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        print(f"Karani is at {address} (Ctrl+C stops it).", flush=True)
        if not arguments.no_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        serve(app, listener)


def serve(app: FastAPI, listener: socket.socket) -> None:
    config = uvicorn.Config(
        app, log_level="warning", timeout_graceful_shutdown=STOPPING_S, server_header=False
    )
    with suppress(KeyboardInterrupt):  # Ctrl+C is how it is meant to end
        KaraniServer(config).run(sockets=[listener])


class KaraniServer(uvicorn.Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Nobody waits for a track any more; only then for open connections."""
        stop_rendering(self.config.app)  # type: ignore[arg-type]  # the application that `serve` was given
        await super().shutdown(sockets)


def database_url() -> str:
    """The database that was named, or a file in the platform's folder for data."""
    return os.environ.get("KARANI_DATABASE_URL") or f"sqlite:///{data_file()}"


def data_file() -> str:
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where a database is named

    return str(user_data_path("karani", appauthor=False) / "karani.sqlite3")


def listen_from(first: int) -> socket.socket:
    """The first port from here on that nothing else uses."""
    for number in range(first, first + TRIES):
        try:
            return listen(number)
        except OSError:
            continue
    raise ServeError(f"Ports {first} to {first + TRIES - 1} are all in use; name a free one with --port.")


def listen_on(number: int) -> socket.socket:
    try:
        return listen(number)
    except PermissionError:
        raise ServeError(f"Port {number} is not for everyone to use; choose one from 1024 on.") from None
    except OSError:
        raise ServeError(
            f"Port {number} is in use, perhaps by Karani itself; open http://{HOST}:{number}, "
            "or leave out --port to take the next free one."
        ) from None


def listen(number: int) -> socket.socket:
    """Taken at once, so that nothing else can take it before the server starts."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would share a port that is in use
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, number))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener

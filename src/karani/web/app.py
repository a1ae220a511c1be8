"""The application: routes, and what guards them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from fastapi import FastAPI
from platformdirs import user_cache_path
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from karani import __version__
from karani.library import Library
from karani.library.reader import read_folder
from karani.storage import Storage
from karani.web.assets import APP, Assets, read_assets
from karani.web.blood import warm_blood
from karani.web.body_limit import BodyLimit
from karani.web.computing import Computing
from karani.web.csrf import Csrf
from karani.web.demands import Demands, keep_learning
from karani.web.errors import add_error_handlers
from karani.web.figures.figures import Figures
from karani.web.figures.warming import warm_figures
from karani.web.headers import Headers
from karani.web.host_check import HostCheck
from karani.web.live_content import LiveContent
from karani.web.routes import (
    about,
    anatomy,
    api,
    blood,
    collections,
    compare,
    evidence,
    export,
    figures,
    handouts,
    home,
    journal,
    player,
    poses,
    practices,
    static,
    you,
)
from karani.web.services import Services
from karani.web.shelf import GuideShelf
from karani.web.tracks import Tracks
from karani.web.unexpected import Unexpected
from karani.web.voices import find_voices

ROUTERS = (
    home,
    practices,
    player,
    poses,
    blood,
    figures,
    handouts,
    anatomy,
    collections,
    compare,
    evidence,
    export,
    journal,
    you,
    about,
    api,
    static,
)
"""`export` before `journal`: its addresses would pass for sessions."""
GUARDS = (Headers, HostCheck, BodyLimit, Csrf, Unexpected)
"""From the outside in."""


def now_utc() -> datetime:
    return datetime.now(UTC)


def create_app(
    storage: Storage,
    library: Library,
    *,
    clock: Callable[[], datetime] = now_utc,
    zone: tzinfo | None = None,
    tracks: Tracks | None = None,
    computing: Computing | None = None,
    voice: str | None = None,
    assets: Assets | None = None,
    content: Path | None = None,
) -> FastAPI:
    """The whole application. Without `zone` times are those of this machine; without `tracks` and `computing` the platform's
    cache folder keeps what they make.

    The folder `content` is looked at again and again: what is saved there shows at the next page.
    `voice` speaks for who has not chosen: a natural one or "silent"; without it the best that is installed.
    """
    cache = user_cache_path("karani", appauthor=False)
    tracks, computing = tracks or Tracks(cache / "tracks"), computing or Computing(cache / "computed")
    drawings = Figures(library, computing, computing.results.folder.parent / "body")
    app = FastAPI(
        title="Karani", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        lifespan=running(tracks, computing, storage, drawings),
    )  # fmt: skip
    app.state.assets = assets or read_assets()
    app.state.services = Services(
        storage,
        library,
        clock,
        zone,
        app.state.assets,
        GuideShelf(library),
        tracks,
        computing,
        drawings,
        find_voices(voice),
        Demands(),
    )
    app.state.live = LiveContent(content, read_folder) if content else None
    for module in ROUTERS:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=APP.parent, check_dir=False), name="static")
    add_error_handlers(app)
    for guard in reversed(GUARDS):
        app.add_middleware(guard)
    app.add_middleware(GZipMiddleware, compresslevel=2)  # 5 takes 7 ms more and saves a seventh
    return app


def stop_rendering(app: FastAPI) -> None:
    """Who waits for a track or a figure is told that there will be none."""
    app.state.services.tracks.close()
    app.state.services.computing.close()


def running(
    tracks: Tracks, computing: Computing, storage: Storage, drawings: Figures
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        here = app.state.services
        learning = keep_learning(here.demands, lambda: app.state.services.library, computing, drawings.folder)
        warming = [
            asyncio.create_task(each)
            for each in (warm_blood(computing), warm_figures(drawings, storage), learning)
        ]
        yield
        for each in warming:
            each.cancel()
        tracks.close()
        computing.close()

    return lifespan

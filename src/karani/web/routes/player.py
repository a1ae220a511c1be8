"""The player's page, its bundle and its track."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response, StreamingResponse

from karani.errors import KaraniError
from karani.practice import Practice, Script, write_script
from karani.web.blood import forecast_work, look
from karani.web.bundle import compose_bundle, track_url
from karani.web.headers import FOR_EVER
from karani.web.pages.forecast import compose_forecast
from karani.web.pages.play_page import PlayPage, compose_play
from karani.web.routes.practices import Found
from karani.web.services import Here, Services
from karani.web.settling import settle
from karani.web.sounding import Asked, Sounding, sounding_for
from karani.web.templating import render

router = APIRouter()
Level = Annotated[int | None, Query(ge=0, le=100)]
Speed = Annotated[float | None, Query(ge=0.7, le=1.2)]
Voice = Annotated[str | None, Query(max_length=40)]
Digest = Annotated[str, Query(max_length=64)]


def asked_of(
    here: Here, tones: Level = None, bed: Level = None, voice: Voice = None, speed: Speed = None
) -> Sounding:
    """As asked for, else as the person wishes on their page."""
    return sounding_for(Asked(tones, bed, voice, speed), here.storage.find_person().wishes, here.voices)


Wished = Annotated[Sounding, Depends(asked_of)]


@router.get("/practices/{practice_id}/play", include_in_schema=False)
def play(request: Request, practice_id: str, practice: Found, here: Here, wished: Wished) -> Response:
    page = play_page(practice_id, settle(practice_id, practice, here), here, wished)
    return render(request, "play.html", page, title=practice.title, section="practise")


@router.get("/practices/{practice_id}/transcript", include_in_schema=False)
def transcript(request: Request, practice_id: str, practice: Found, here: Here, wished: Wished) -> Response:
    page = play_page(practice_id, practice, here, wished)
    return render(request, "transcript.html", page, title=practice.title, section="practise")


def play_page(practice_id: str, practice: Practice, here: Services, wished: Sounding) -> PlayPage:
    script = write_script(practice, here.library)
    url = track_url(practice_id, here.tracks.digest(script, wished.levels, wished.voice), wished)
    seen = compose_forecast(practice_id, look(forecast_work(practice, here), here, ask=False))
    return compose_play(practice_id, script, url, here.library, seen.sentence)


@router.get("/api/practices/{practice_id}/bundle")
async def bundle(
    practice_id: str, practice: Found, here: Here, wished: Wished, *, first: bool = False, after: Digest = ""
) -> dict[str, Any]:
    """All that a practice needs once it has begun. Waits until its track is rendered.

    With `first` it waits for a part to begin with, or with `after`, the digest of a part, for one with more words.
    """
    script = await run_in_threadpool(write_script, practice, here.library)
    if first:
        track, whole = await here.tracks.prepare_first(script, wished.levels, wished.voice, after)
    else:
        track, whole = await here.tracks.prepare(script, wished.levels, wished.voice), True
    wishes = (await run_in_threadpool(here.storage.find_person)).wishes
    return compose_bundle(
        practice_id,
        practice=practice,
        script=script,
        track=track,
        whole=whole,
        url=track_url(practice_id, track.digest, wished),
        wishes=wished.shown_in(wishes),
        voices=here.voices,
        library=here.library,
    )


@router.get("/api/practices/{practice_id}/progress")  # noqa: FAST003 - find_practice reads the number
async def progress(practice: Found, here: Here, wished: Wished) -> StreamingResponse:
    """Server-sent events while the track is made: {done, of, first}; the last one says {whole: true} or {error}."""
    script = await run_in_threadpool(write_script, practice, here.library)
    events = list_events(script, here, wished)
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def list_events(script: Script, here: Services, wished: Sounding) -> AsyncIterator[str]:
    last = None
    try:
        async for now in here.tracks.follow(script, wished.levels, wished.voice):
            if now != last:
                yield event(asdict(now))
            last = now
    except KaraniError as error:
        yield event({"error": str(error)})
        return
    yield event({"whole": True})


def event(content: dict[str, Any]) -> str:
    return f"data: {json.dumps(content)}\n\n"


@router.api_route("/api/practices/{practice_id}/track/{digest}.mp3", methods=["GET", "HEAD"])
async def track(digest: str, practice: Found, here: Here, wished: Wished) -> FileResponse:
    """The sound; ranges are answered. One that is no longer kept is rendered again if it would be the same."""
    kept = await run_in_threadpool(here.tracks.find, digest)
    if kept is None:
        script = await run_in_threadpool(write_script, practice, here.library)
        if here.tracks.digest(script, wished.levels, wished.voice) == digest:
            kept = await here.tracks.prepare(script, wished.levels, wished.voice)
    if kept is None:
        raise HTTPException(404, "This practice sounds different by now; begin it once more.")
    return FileResponse(kept.audio, media_type=kept.about["media_type"], headers={"Cache-Control": FOR_EVER})

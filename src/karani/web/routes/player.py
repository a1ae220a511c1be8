"""The player's page, its bundle and its track."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from karani.practice import write_script
from karani.sound import Levels
from karani.web.bundle import compose_bundle, track_url
from karani.web.headers import FOR_EVER
from karani.web.pages.play_page import compose_play
from karani.web.routes.practices import Found
from karani.web.services import Here
from karani.web.templating import render

router = APIRouter()
Level = Annotated[int | None, Query(ge=0, le=100)]


@router.get("/practices/{practice_id}/play", include_in_schema=False)
def play(request: Request, practice_id: str, practice: Found, here: Here) -> Response:
    script = write_script(practice, here.library)
    levels = wished_levels(here, None, None)
    url = track_url(practice_id, here.tracks.digest(script, levels), levels)
    page = compose_play(practice_id, script, url, here.library)
    return render(request, "play.html", page, title=practice.title, section="practise")


def wished_levels(here: Here, tones: int | None, bed: int | None) -> Levels:
    """As asked for, else as the person wishes on their page."""
    wishes = here.storage.find_person().wishes
    return Levels(wishes.tones if tones is None else tones, wishes.bed if bed is None else bed)


@router.get("/api/practices/{practice_id}/bundle")
async def bundle(
    practice_id: str, practice: Found, here: Here, tones: Level = None, bed: Level = None
) -> dict[str, Any]:
    """All that a practice needs once it has begun. Waits until its track is rendered."""
    script = await run_in_threadpool(write_script, practice, here.library)
    levels = await run_in_threadpool(wished_levels, here, tones, bed)
    track = await here.tracks.prepare(script, levels)
    wishes = (await run_in_threadpool(here.storage.find_person)).wishes
    url = track_url(practice_id, track.digest, levels)
    return compose_bundle(
        practice_id,
        practice=practice,
        script=script,
        track=track,
        url=url,
        wishes=wishes,
        library=here.library,
    )


@router.api_route("/api/practices/{practice_id}/track/{digest}.mp3", methods=["GET", "HEAD"])
async def track(
    digest: str, practice: Found, here: Here, tones: Level = None, bed: Level = None
) -> FileResponse:
    """The sound; ranges are answered. One that is no longer kept is rendered again if it would be the same."""
    kept = await run_in_threadpool(here.tracks.find, digest)
    if kept is None:
        script = await run_in_threadpool(write_script, practice, here.library)
        levels = await run_in_threadpool(wished_levels, here, tones, bed)
        kept = await here.tracks.prepare(script, levels)
    if kept.digest != digest:
        raise HTTPException(404, "This practice sounds different by now; begin it once more.")
    return FileResponse(kept.audio, media_type=kept.about["media_type"], headers={"Cache-Control": FOR_EVER})

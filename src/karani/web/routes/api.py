"""The JSON side: plans, sessions, poses."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException

from karani import __version__
from karani.errors import RequestError
from karani.library.search import list_entries, search
from karani.web.asking import Asked
from karani.web.bodies import PracticeBody, SessionBody, WishesBody, session_of
from karani.web.pages.outlook import look_ahead
from karani.web.routes.practices import plan_and_save
from karani.web.services import Here

router = APIRouter(prefix="/api")


@router.post("/practices", status_code=201)
def begin(body: PracticeBody, here: Here) -> dict[str, Any]:
    asked = Asked(body.need, str(body.minutes), body.pose or "", body.first_time)
    practice_id, practice = plan_and_save(asked, here)
    return {
        "id": practice_id,
        "title": practice.title,
        "total_seconds": practice.total_seconds,
        "play_url": f"/practices/{practice_id}/play",
    }


@router.put("/sessions/{session_id}")
def record(session_id: UUID, body: SessionBody, here: Here) -> dict[str, str]:
    """Record a session once; sent again, it only adds a mood or note that was missing."""
    if body.id != session_id:
        raise HTTPException(422, f"id: the address names {session_id}; found {body.id}.")
    kept = here.storage.save_session(session_of(body))
    return {"id": kept.id, "url": f"/journal/{kept.id}"}


@router.put("/wishes", status_code=204)
def keep_wishes(body: WishesBody, here: Here) -> None:
    """The sound of the next practice is that of the last."""
    person = here.storage.find_person()
    here.storage.save_person(
        replace(person, wishes=replace(person.wishes, **body.model_dump(exclude_none=True)))
    )


@router.get("/poses")
def list_poses(here: Here, q: str = "") -> list[dict[str, Any]]:
    """Poses that a text finds, best first; marks are (start, end) of the letters found in each name."""
    return [
        {
            "slug": match.slug,
            "name": match.name,
            "sanskrit_name": match.sanskrit_name,
            "marks": match.marks,
            "sanskrit_marks": match.sanskrit_marks,
        }
        for match in search(here.library, q)
    ]


@router.get("/search-index.json")
def search_index(here: Here) -> dict[str, Any]:
    """What the browser needs to find poses by itself, also without the server; it says nothing about the person."""
    entries = list_entries(here.library)
    poses = zip(here.library.poses.values(), entries, strict=True)
    return {
        "poses": [
            {
                "slug": pose.slug,
                "name": pose.name,
                "sanskrit_name": pose.sanskrit_name,
                "names": entry.names,
                "others": entry.others,
                "kinds": entry.kinds,
            }
            for pose, entry in poses
        ]
    }


@router.get("/outlook")
def outlook(here: Here, need: str = "", minutes: str = "") -> dict[str, str]:
    """What Begin would lead for a need and minutes, in words: the poses in their order, and the props."""
    known = here.library.needs.get(need)
    if known is None:
        raise RequestError(f"{need[:40]!r} is not a need; there is {', '.join(here.library.needs)}.")
    seen = look_ahead(known, minutes, here.library, here.known())
    if seen.practice is not None:
        here.speak_first_words(seen.practice)
    return {"way": seen.way, "props": seen.props}


@router.get("/health")
async def health(here: Here) -> dict[str, Any]:
    return {"status": "ok", "version": __version__, "poses": len(here.library.poses)}

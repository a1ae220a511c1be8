"""Handouts as PDF: of a pose, and of a practice."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from karani.handout import Picture, describe_guide, describe_practice, print_handout
from karani.practice import Practice
from karani.web.handouts import PAPERS, pictures_for, pose_work, way_work
from karani.web.routes.practices import Found
from karani.web.services import Here, Services

router = APIRouter(include_in_schema=False)

PDF = "application/pdf"


@router.get("/poses/{slug}/handout.pdf")
async def guide_handout(slug: str, here: Here, paper: str = "") -> Response:
    pose = here.library.pose(slug)
    folder = here.computing.results.folder.parent
    (drawn,) = await pictures_for([(pose, way_work(pose, folder))], here.computing)
    pictures = [Picture(**picture) for picture in drawn]
    content = describe_guide(here.guides.guide(slug), pictures, here.library)
    return await printed("guide", content, paper, slug)


@router.get("/practices/{practice_id}/handout.pdf")
async def practice_handout(
    practice_id: UUID,  # noqa: ARG001 - read where the practice is found
    practice: Found,
    here: Here,
    paper: str = "",
) -> Response:
    content = describe_practice(practice, await draw_poses(practice, here), here.library)
    return await printed("practice", content, paper, "practice")


async def draw_poses(practice: Practice, here: Services) -> dict[str, Picture]:
    folder = here.computing.results.folder.parent
    slugs = list(dict.fromkeys(segment.slug for segment in practice.segments))
    poses = [here.library.pose(slug) for slug in slugs]
    drawn = await pictures_for([(pose, pose_work(pose, folder)) for pose in poses], here.computing)
    return {slug: Picture(**pictures[0]) for slug, pictures in zip(slugs, drawn, strict=True)}


async def printed(template: str, content: Mapping[str, Any], paper: str, name: str) -> Response:
    if paper not in PAPERS:
        raise HTTPException(422, f"{paper[:20]!r} is not a paper; a4 and letter are.")
    pdf = await run_in_threadpool(print_handout, template, content, PAPERS[paper])
    return Response(
        pdf, media_type=PDF, headers={"Content-Disposition": f'inline; filename="karani-{name}.pdf"'}
    )

"""Files of the front end: the build under /static/app, and those that browsers ask for at the root."""

from fastapi import APIRouter, HTTPException
from starlette.responses import FileResponse

from karani.web.assets import APP

router = APIRouter(include_in_schema=False)

AT_THE_ROOT = {
    "/sw.js": ("sw.js", "text/javascript"),
    "/manifest.webmanifest": ("manifest.webmanifest", "application/manifest+json"),
    "/favicon.ico": ("icons/favicon.ico", "image/x-icon"),
}


@router.get("/sw.js")
async def service_worker() -> FileResponse:
    return at_the_root("/sw.js")


@router.get("/manifest.webmanifest")
async def web_manifest() -> FileResponse:
    return at_the_root("/manifest.webmanifest")


@router.get("/favicon.ico")
async def favicon() -> FileResponse:
    return at_the_root("/favicon.ico")


def at_the_root(address: str) -> FileResponse:
    name, media_type = AT_THE_ROOT[address]
    if not (APP / name).is_file():
        raise HTTPException(404)
    return FileResponse(APP / name, media_type=media_type, headers={"Cache-Control": "no-cache"})

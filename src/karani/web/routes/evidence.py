"""Every claim over all poses, with its grade."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from karani.web.services import Here
from karani.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/evidence")
def show_evidence(request: Request, here: Here) -> Response:
    return render(request, "evidence.html", here.guides.evidence(), title="What is known", section="poses")

"""What every route works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from karani.library import Library
from karani.practice import Practice, write_script
from karani.storage import Storage
from karani.web.assets import Assets
from karani.web.computing import Computing
from karani.web.figures.figures import Figures
from karani.web.pages.for_you import Known
from karani.web.shelf import GuideShelf
from karani.web.tracks import Tracks
from karani.web.voices import Voices


@dataclass(frozen=True, slots=True)
class Services:
    storage: Storage
    library: Library
    clock: Callable[[], datetime]
    """The time now, in UTC."""
    zone: tzinfo | None
    """Where the person reads a clock; None: the zone of this machine."""
    assets: Assets
    guides: GuideShelf
    tracks: Tracks
    computing: Computing
    figures: Figures
    voices: Voices

    def speak_first_words(self, practice: Practice) -> None:
        """Who looks at a practice may begin it."""
        wishes = self.storage.find_person().wishes
        voice = self.voices.wish(wishes.voice, wishes.speed)
        self.tracks.speak_first_words(write_script(practice, self.library), voice)

    def known(self) -> Known:
        """The person, and the poses that hurt."""
        return Known(self.storage.find_person(), self.storage.list_notes())


async def services_of(request: Request) -> Services:
    """Of this request: content that is being written is looked at again."""
    state = request.app.state
    if state.live is not None:
        state.services = await run_in_threadpool(state.live.renewed, state.services)
    services: Services = state.services
    return services


Here = Annotated[Services, Depends(services_of)]

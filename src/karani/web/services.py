"""What every route works with."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from karani.library import Library
from karani.practice import Practice, write_script
from karani.storage import Storage
from karani.web.assets import Assets
from karani.web.computing import Computing
from karani.web.demands import Demands
from karani.web.figures.figures import Figures
from karani.web.pages.for_you import Known
from karani.web.shelf import GuideShelf
from karani.web.tracks import Tracks
from karani.web.voices import Voices

READS = frozenset(("GET", "HEAD"))


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
    demands: Demands
    remembered: list[Known] | None = None
    """Where one request only reads, what is known of the person is asked for once."""

    def speak_first_words(self, practice: Practice) -> None:
        """Who looks at a practice may begin it."""
        wishes = self.storage.find_person().wishes
        voice = self.voices.wish(wishes.voice, wishes.speed)
        self.tracks.speak_first_words(write_script(practice, self.library), voice)

    def known(self) -> Known:
        """The person, and the poses that hurt."""
        if self.remembered is None:
            return Known(self.storage.find_person(), self.storage.list_notes())
        if not self.remembered:
            self.remembered.append(Known(self.storage.find_person(), self.storage.list_notes()))
        return self.remembered[0]


async def services_of(request: Request) -> Services:
    """Of this request: content that is being written is looked at again."""
    state = request.app.state
    if state.live is not None:
        state.services = await run_in_threadpool(state.live.renewed, state.services)
    services: Services = state.services
    here = replace(services, remembered=[]) if request.method in READS else services
    request.state.here = here
    return here


Here = Annotated[Services, Depends(services_of)]

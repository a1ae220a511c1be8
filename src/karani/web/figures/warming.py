"""After the start, when nothing else is to do, every pose is drawn, so that pages find their figures."""

import asyncio

from karani.storage import Storage
from karani.web.figures.cast import who_is_drawn
from karani.web.figures.figures import Figures

AFTER_S = 4.0
"""Who opens the first page is served first."""


async def warm_figures(figures: Figures, storage: Storage) -> None:
    await asyncio.sleep(AFTER_S)
    person = await asyncio.to_thread(storage.find_person)
    for slug, pose in figures.library.poses.items():
        work = figures.held(slug, who_is_drawn(person, pose.root))
        await asyncio.to_thread(figures.computing.ask, work)

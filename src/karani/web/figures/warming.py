"""After the start, when nothing else is to do, every pose is drawn, and set beside what is easier, so that pages find it."""

import asyncio

from karani.storage import Storage
from karani.web.figures.cast import who_is_drawn
from karani.web.figures.figures import Figures
from karani.web.own_body import ask_for, list_all_works, list_rest_works

AFTER_S = 4.0
"""Who opens the first page is served first."""


async def warm_figures(figures: Figures, storage: Storage) -> None:
    await asyncio.sleep(AFTER_S)
    person = await asyncio.to_thread(storage.find_person)
    rests = list_rest_works(person, figures.library.poses.values())
    await asyncio.to_thread(ask_for, rests, figures.computing)
    for slug, pose in figures.library.poses.items():
        work = figures.held(slug, who_is_drawn(person, pose.root))
        await asyncio.to_thread(figures.computing.ask, work)
    await asyncio.to_thread(ask_for, list_all_works(person, figures.library), figures.computing)

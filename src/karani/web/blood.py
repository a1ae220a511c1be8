"""The blood as pages ask for it: pieces of work whose keys name all that they depend on."""

import asyncio
from dataclasses import replace
from functools import cache

from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.practice import Practice
from karani.practice.own_body import NOTHING_KNOWN
from karani.storage import Person
from karani.web.blood_work import Measures, compile_model, compute_blood, compute_forecast
from karani.web.computing import LATER, Computing, Work, digest_of_files, digest_of_packages, versions_of
from karani.web.pages.blood_page import Computed
from karani.web.services import Services

AFTER_S = 5.0
"""Who opens the first page is served first."""


def look_for(pose: Pose, here: Services, *, ask: bool = False) -> Computed:
    """What is there already; `ask`: have it computed when nothing else is to do."""
    return look(blood_work(pose, here), here, ask=ask)


def look(work: Work, here: Services, *, ask: bool) -> Computed:
    found, failure = here.computing.find(work), here.computing.failure(work)
    if ask and found is None and not failure:
        here.computing.ask(work, LATER)
    return Computed(found, failure, asked=ask)


async def warm_blood(here: Computing) -> None:
    """After the start the equations are compiled, once for each version of the model."""
    await asyncio.sleep(AFTER_S)
    work = Work(kind="compiling", run=compile_model, arguments=(), depends_on=made_from())
    await asyncio.to_thread(here.ask, work, LATER)


def blood_work(pose: Pose, here: Services) -> Work:
    """What the pose does to the blood of the person of this machine."""
    protocol = here.library.breathings[pose.breath]
    return Work(
        kind="blood",
        run=compute_blood,
        arguments=(pose, protocol, measures_of(here.known().person)),
        depends_on=made_from(),
    )


def forecast_work(practice: Practice, here: Services) -> Work:
    """How the pulse comes down in a practice."""
    poses = tuple(here.library.pose(segment.slug) for segment in practice.segments)
    return Work(
        kind="forecast",
        run=compute_forecast,
        arguments=(replace(practice, body=NOTHING_KNOWN), measures_of(here.known().person)),
        depends_on=(*made_from(), digest_of_packages("karani.practice"), repr(poses)),
    )


def measures_of(person: Person) -> Measures:
    return Measures(
        height_cm=person.height_cm,
        mass_kg=person.mass_kg,
        sex=person.sex,
        age=person.age,
        straight_leg_raise_deg=person.straight_leg_raise_deg,
    )


@cache
def made_from() -> tuple[str, ...]:
    return (
        digest_of_packages("karani.circulation", "karani.body", "karani.muscles", "karani.practice.held"),
        digest_of_files(PACKAGED_CONTENT / "physiology"),
        versions_of("mujoco", "numba", "numpy"),
    )

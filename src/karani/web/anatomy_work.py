"""What the body does in a pose, computed in a process of its own: posture, muscles, plate.

Only data goes in and comes out; bodies and models that are slow to make stay in the process.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from karani.body import Body, Person, Posture, read_body
from karani.body.settings import WALL_DISTANCE
from karani.body.solve_posture import solve_posture
from karani.figure import (
    Camera,
    Options,
    Plate,
    bones_to_bytes,
    draw_coarse,
    draw_plate,
    posture_in_space,
    to_coarse_svg,
    to_plate_file,
    to_plate_svg,
)
from karani.figure.plate.bones import read_bones
from karani.figure.plate.shade import Shades
from karani.guide.anatomy import describe_anatomy, shades_of
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose
from karani.library.vocabulary import MuscleGroup
from karani.muscles import Eased, MuscleModel, Muscles, ease, eases, make_muscles, solve_muscles
from karani.web.computing.work import Work, digest_of_files, digest_of_packages, versions_of

PACKAGES = ("karani.body", "karani.muscles", "karani.figure", "karani.guide.anatomy")
CONTENT = ("physiology", "figure")
PREFIX = "plate"
"""Of the ids in the picture; a page shows one."""
BODIES = 6


LAST: dict[str, Posture] = {}
"""The posture this process solved last, by pose."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose body in which pose, and what was chosen of what the pose leaves free."""

    pose: Pose
    person: Person
    chosen: Mapping[str, float]
    names: Mapping[str, MuscleGroup]
    models: Path


def anatomy_work(asked: Asked, *, coarse: bool = False) -> Work:
    return Work(
        "anatomy-coarse" if coarse else "anatomy",
        coarse_anatomy if coarse else whole_anatomy,
        (asked,),
        depends(),
    )


def plate_work(asked: Asked) -> Work:
    """The plate as a file of its own."""
    return Work("plate", plate_file, (asked,), depends())


def space_work(asked: Asked) -> Work:
    """Where bones and muscles are, for turning the body."""
    return Work("space", body_in_space, (asked,), depends())


def bones_work(models: Path) -> Work:
    return Work("bones", bones_file, (models,), depends())


def depends() -> tuple[str, ...]:
    content = digest_of_files(*(PACKAGED_CONTENT / folder for folder in CONTENT))
    return digest_of_packages(*PACKAGES), content, versions_of("mujoco", "myo-sim", "numpy")


def whole_anatomy(asked: Asked) -> bytes:
    found = solved(asked)
    return anatomy_json(asked, found, to_plate_svg(plate_of(asked, found), shades_in(asked, found), PREFIX))


def coarse_anatomy(asked: Asked) -> bytes:
    """Fewer pixels and no labels, for while a finger moves. Its posture begins at the last one and may not be quite where
    a fresh search ends: picture and numbers say that they settle until the whole ones come."""
    found = nearly_solved(asked)
    shades = shades_in(asked, found)
    plate = draw_coarse(found.posture, found.body, asked.models, shades, options_of(asked))
    return anatomy_json(asked, found, to_coarse_svg(plate, shades, PREFIX), settling=True)


def plate_file(asked: Asked) -> bytes:
    found = solved(asked)
    return to_plate_file(plate_of(asked, found), shades_in(asked, found)).encode()


def body_in_space(asked: Asked) -> bytes:
    found = solved(asked)
    bones, camera = read_bones(asked.models), camera_of(asked.pose)
    shades = shades_in(asked, found)
    return json.dumps(posture_in_space(found.posture, found.body, bones, shades, camera)).encode()


def bones_file(models: Path) -> bytes:
    return bones_to_bytes(read_bones(models))


def anatomy_json(asked: Asked, found: "Found", svg: str, *, settling: bool = False) -> bytes:
    posture, muscles = found.posture, found.muscles
    content = {
        "svg": svg,
        "settling": settling,
        "anatomy": asdict(describe_anatomy(muscles, asked.names)),
        "wall_distance_cm": posture.wall_distance_cm,
        "settings": posture.settings,
        "eased": None if found.eased is None else {"setting": found.eased.setting, "band": found.eased.band},
        "solved": posture.solved,
        "outcome": posture.outcome,
        "held": muscles.solved,
        "held_outcome": muscles.outcome,
    }
    return json.dumps(content, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Found:
    """`eased` where the body was left to settle by itself."""

    body: Body
    posture: Posture
    muscles: Muscles
    eased: Eased | None = None


def solved(asked: Asked) -> Found:
    """Where nothing is chosen, the body settles where it rests."""
    body, model = body_of(asked.person, asked.models), muscles_of(asked.person, asked.models)
    if eases(asked.pose) and not asked.chosen:
        eased = ease(asked.pose, model)
        return Found(body, remembered(asked, eased.posture), eased.muscles, eased)
    posture = remembered(asked, solve_posture(asked.pose, body, asked.chosen))
    return Found(body, posture, solve_muscles(posture, model))


def nearly_solved(asked: Asked) -> Found:
    """Begun from the last posture of this pose, which saves most of the time and changes less than a millimeter.

    A body that settles keeps its distance while a finger moves, and settles when it is let go.
    """
    body, last = body_of(asked.person, asked.models), LAST.get(asked.pose.slug)
    chosen = asked.chosen or distance_of(asked.pose, last)
    posture = remembered(asked, solve_posture(asked.pose, body, chosen, last))
    return Found(body, posture, solve_muscles(posture, muscles_of(asked.person, asked.models)))


def distance_of(pose: Pose, last: Posture | None) -> Mapping[str, float]:
    if last is None or last.wall_distance_cm is None or WALL_DISTANCE not in pose.posture.free:
        return {}
    limits = pose.posture.free[WALL_DISTANCE]
    return {WALL_DISTANCE: min(max(last.wall_distance_cm, limits.least), limits.most)}


def remembered(asked: Asked, posture: Posture) -> Posture:
    LAST.clear()
    LAST[asked.pose.slug] = posture
    return posture


def plate_of(asked: Asked, found: Found) -> Plate:
    return draw_plate(found.posture, found.body, asked.models, options_of(asked))


def shades_in(asked: Asked, found: Found) -> Shades:
    return shades_of(found.muscles, asked.names)


def options_of(asked: Asked) -> Options:
    return Options(asked.pose.name, camera_of(asked.pose))


def camera_of(pose: Pose) -> Camera | None:
    seen = pose.posture.camera
    return None if seen is None else Camera(seen.azimuth_deg, seen.elevation_deg)


@lru_cache(maxsize=BODIES)
def body_of(person: Person, models: Path) -> Body:
    return read_body(person, models)


@lru_cache(maxsize=BODIES)
def muscles_of(person: Person, models: Path) -> MuscleModel:
    return make_muscles(body_of(person, models))

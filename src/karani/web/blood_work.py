"""What a page says about the blood, computed in a process of its own; imports what is slow only there."""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from karani.errors import KaraniError
from karani.library.pose import Pose
from karani.library.vocabulary import Breathing
from karani.practice.at_rest import held_at_rest
from karani.practice.practice import Practice
from karani.web.body_folder import body_folder

if TYPE_CHECKING:
    from karani.body import Body
    from karani.body import Person as BodyPerson
    from karani.circulation import Person

LANES = 2
"""Threads of the one process that may do spare work at a time."""
FORECAST_PEOPLE = 24
SHOWN_PEOPLE = 50
"""The edges of a band from them are off by some 7 % of its width; 200 people take four times as long for half of that."""
SHOWN_OF_WORK = ("pulse",)
"""Of a pose that muscles hold: they squeeze the veins, which is not computed, so nothing is said of where the blood is."""


class NotComputedError(KaraniError):
    """Why there is nothing to say of a pose."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a person told of their body; None: not told, and an average is taken."""

    height_cm: float | None = None
    mass_kg: float | None = None
    sex: str | None = None
    age: float | None = None
    straight_leg_raise_deg: float | None = None


def compile_model() -> bytes:
    """Compiles the equations and keeps them, so that the first pose does not wait for it."""
    from karani.circulation import Person  # noqa: PLC0415 - loads the compiler
    from karani.circulation.subject import subject_of  # noqa: PLC0415 - loads the compiler

    return written({"steps_per_sample": subject_of(Person()).steps_per_sample})


def compute_blood(pose: Pose, protocol: Breathing, measures: Measures) -> bytes:
    """JSON: bands over time and numbers for a pose between standing and lying flat."""
    from karani.circulation.body_heights import heights_of_body  # noqa: PLC0415 - loads the compiler
    from karani.circulation.pose_effect import effect_to_dict, pose_effect  # noqa: PLC0415 - slow to load
    from karani.circulation.pose_timeline import timeline_of_pose  # noqa: PLC0415 - slow to load
    from karani.practice.held import works_of_body  # noqa: PLC0415 - slow to load

    measured = body_person(measures)
    body, poses = body_of(measured), {pose.slug: pose}
    work = works_of_body(body, poses)(pose.slug)
    if work.effort is None:
        raise NotComputedError(f"The blood is not computed where the work of the muscles is not. {work.why}")
    around = timeline_of_pose(pose, protocol, work.effort)
    effect = pose_effect(
        around, circulation_person(measured), heights_of_body(body, poses), people=SHOWN_PEOPLE, lanes=LANES
    )
    found = effect_to_dict(effect, around)
    if not held_at_rest(pose):
        found = only(found, SHOWN_OF_WORK)
    return written(found | {"person": described(measured), "people": SHOWN_PEOPLE})


def only(found: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Series and numbers whose name begins so."""
    return found | {
        part: {name: value for name, value in found[part].items() if name.startswith(names)}
        for part in ("over_time", "numbers")
    }


def compute_forecast(practice: Practice, measures: Measures) -> bytes:
    """JSON: how the pulse of sampled people comes down in a practice, and swings with its counted breath."""
    from karani.circulation.body_heights import heights_of_body  # noqa: PLC0415 - slow to load
    from karani.circulation.practice_effect import practice_effect  # noqa: PLC0415 - slow to load
    from karani.library import read_library  # noqa: PLC0415 - slow to load
    from karani.practice.circulation_timeline import timeline_of_practice  # noqa: PLC0415 - slow to load
    from karani.practice.held import with_work, works_of_body  # noqa: PLC0415 - slow to load

    measured, library = body_person(measures), read_library()
    body = body_of(measured)
    numbers = practice_effect(
        with_work(timeline_of_practice(practice, library), works_of_body(body, library.poses)),
        circulation_person(measured),
        heights_of_body(body, library.poses),
        people=FORECAST_PEOPLE,
        lanes=LANES,
    )
    return written({"numbers": numbers, "person": described(measured)})


def body_person(measures: Measures) -> "BodyPerson":
    from karani.body import Person as BodyPerson  # noqa: PLC0415 - slow to load

    told = {name: value for name, value in asdict(measures).items() if value is not None}
    return BodyPerson(**told)


@lru_cache(maxsize=4)
def body_of(person: "BodyPerson") -> "Body":
    from karani.body import read_body  # noqa: PLC0415 - slow to load

    return read_body(person, body_folder())


def circulation_person(measured: "BodyPerson") -> "Person":
    from karani.circulation import Person  # noqa: PLC0415 - slow to load

    return Person(
        height_cm=measured.height_cm, mass_kg=measured.mass_kg, sex=measured.sex, age_years=measured.age
    )


def described(person: "BodyPerson") -> dict[str, Any]:
    return {
        "height_cm": person.height_cm,
        "mass_kg": person.mass_kg,
        "sex": person.sex,
        "age": person.age,
    }


def written(content: dict[str, Any]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode()

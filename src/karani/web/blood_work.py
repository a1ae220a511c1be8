"""What a page says about the blood, computed in a process of its own; imports what is slow only there."""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from karani.library.pose import Pose
from karani.library.vocabulary import Breathing
from karani.practice.practice import Practice

if TYPE_CHECKING:
    from karani.body import Body
    from karani.body import Person as BodyPerson
    from karani.circulation import Person

LANES = 2
"""Threads of the one process that may do spare work at a time."""
FORECAST_PEOPLE = 24


@dataclass(frozen=True, slots=True)
class Measures:
    """What a person told of their body; None: not told, and an average is taken."""

    height_cm: float | None = None
    mass_kg: float | None = None
    sex: str | None = None
    age: float | None = None
    straight_leg_raise_deg: float | None = None


def compute_blood(pose: Pose, protocol: Breathing, measures: Measures) -> bytes:
    """JSON: bands over time and numbers for a pose between standing and lying flat."""
    from karani.circulation.body_heights import heights_of_body  # noqa: PLC0415 - loads the compiler
    from karani.circulation.pose_effect import effect_to_dict, pose_effect  # noqa: PLC0415 - slow to load
    from karani.circulation.pose_timeline import timeline_of_pose  # noqa: PLC0415 - slow to load

    measured = body_person(measures)
    around = timeline_of_pose(pose, protocol)
    heights_of = heights_of_body(body_of(measured), {pose.slug: pose})
    effect = pose_effect(around, circulation_person(measured), heights_of, lanes=LANES)
    return written(effect_to_dict(effect, around) | {"person": described(measured)})


def compute_forecast(practice: Practice, measures: Measures) -> bytes:
    """JSON: how the pulse of sampled people comes down in a practice, and swings with its counted breath."""
    from karani.circulation.body_heights import heights_of_body  # noqa: PLC0415 - slow to load
    from karani.circulation.practice_effect import practice_effect  # noqa: PLC0415 - slow to load
    from karani.library import read_library  # noqa: PLC0415 - slow to load
    from karani.practice.circulation_timeline import timeline_of_practice  # noqa: PLC0415 - slow to load

    measured, library = body_person(measures), read_library()
    numbers = practice_effect(
        timeline_of_practice(practice, library),
        circulation_person(measured),
        heights_of_body(body_of(measured), library.poses),
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

    return read_body(person, user_cache_path("karani", appauthor=False) / "body")


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

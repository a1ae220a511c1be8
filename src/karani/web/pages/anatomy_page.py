"""The body in a pose as a guide shows it: the plate, its groups, and the sliders that move both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from karani.body import Person as BodyPerson
from karani.body.person import AGE, HEIGHT_CM, MASS_KG, STRAIGHT_LEG_RAISE_DEG
from karani.library.pose import Pose
from karani.storage import Person

USUAL = BodyPerson()
RAISE, HEIGHT = "straight_leg_raise_deg", "height_cm"
OWN = (RAISE, HEIGHT)
"""Sliders of the person, in every pose."""
NAMES = {
    "wall_distance_cm": "Distance from the wall",
    "foot_distance_cm": "Distance of the feet",
    "knee_bend_deg": "Bend of the knees",
    "prop_height_cm": "Height of the prop",
    RAISE: "Your straight-leg raise",
    HEIGHT: "Your height",
}
UNITS = {"cm": "cm", "deg": "°"}


@dataclass(frozen=True, slots=True)
class Slider:
    name: str
    label: str
    unit: str
    least: float
    most: float
    value: float
    settled: bool = True
    """False where the body decides until somebody moves it."""


@dataclass(frozen=True, slots=True)
class AnatomyPage:
    """`shown` is what was computed, None while it is not there yet."""

    slug: str
    name: str
    sliders: tuple[Slider, ...]
    shown: Mapping[str, Any] | None
    told: bool
    """Whether the person said any measure."""
    eased: str
    """Where this body rests, in words; empty where it was told where to be."""
    svg: Markup = field(default_factory=Markup)


def compose_anatomy(
    pose: Pose, person: Person, chosen: Mapping[str, float], computed: bytes | None
) -> AnatomyPage:
    shown = json.loads(computed) if computed else None
    return AnatomyPage(
        slug=pose.slug,
        name=pose.name,
        sliders=sliders_of(pose, person, chosen, shown),
        shown=shown,
        eased=eased_words(shown["eased"]) if shown and shown["eased"] else "",
        told=any(
            value is not None
            for value in (person.height_cm, person.mass_kg, person.sex, person.straight_leg_raise_deg)
        ),
        svg=Markup(shown["svg"]) if shown else Markup(),  # noqa: S704 - drawn by us
    )


def sliders_of(
    pose: Pose, person: Person, chosen: Mapping[str, float], shown: Mapping[str, Any] | None
) -> tuple[Slider, ...]:
    found = dict(shown["settings"]) if shown else {}
    if shown and shown["wall_distance_cm"] is not None:
        found["wall_distance_cm"] = shown["wall_distance_cm"]
    free = [
        slider(
            name,
            (limits.least, limits.most),
            chosen.get(name, found.get(name, limits.usual)),
            settled=name in chosen or limits.usual is not None,
        )
        for name, limits in pose.posture.free.items()
    ]
    body = body_person(person, chosen)
    own = (
        slider(RAISE, STRAIGHT_LEG_RAISE_DEG, body.straight_leg_raise_deg),
        slider(HEIGHT, HEIGHT_CM, body.height_cm),
    )
    return (*free, *own)


def eased_words(eased: Mapping[str, Any]) -> str:
    setting, band = eased["setting"], eased["band"]
    if band is None:
        return f"No distance from the wall is quite restful for this body; {setting:.0f} cm asks the least of it."
    near, far = band
    return (
        f"This body rests {setting:.0f} cm from the wall; from {near:.0f} to {far:.0f} cm it stays restful."
    )


def slider(name: str, span: tuple[float, float], value: float | None, *, settled: bool = True) -> Slider:
    least, most = span
    middle = (least + most) / 2 if value is None else min(max(value, least), most)
    stem, _, unit = name.rpartition("_")
    label = NAMES.get(name, stem.replace("_", " ").capitalize())
    return Slider(name, label, UNITS.get(unit, unit), least, most, round(middle), settled)


def body_person(person: Person, chosen: Mapping[str, float]) -> BodyPerson:
    """The person of the set-up, or what is usual, with what a slider says instead; within what the body model holds for."""
    return BodyPerson(
        height_cm=within(chosen.get(HEIGHT, person.height_cm), USUAL.height_cm, HEIGHT_CM),
        mass_kg=within(person.mass_kg, USUAL.mass_kg, MASS_KG),
        sex="male" if person.sex == "male" else "female",
        age=within(person.age, USUAL.age, AGE),
        straight_leg_raise_deg=within(
            chosen.get(RAISE, person.straight_leg_raise_deg),
            USUAL.straight_leg_raise_deg,
            STRAIGHT_LEG_RAISE_DEG,
        ),
    )


def within(value: float | None, usual: float, span: tuple[float, float]) -> float:
    return usual if value is None else min(max(float(value), span[0]), span[1])


def read_chosen(sent: Mapping[str, str], pose: Pose) -> dict[str, float]:
    """What the sliders say, rounded to whole numbers, within the pose's limits; anything else is left out."""
    spans = {name: (limits.least, limits.most) for name, limits in pose.posture.free.items()}
    spans |= {RAISE: STRAIGHT_LEG_RAISE_DEG, HEIGHT: HEIGHT_CM}
    read = {name: number_of(sent[name]) for name in spans if name in sent}
    return {
        name: min(max(float(round(value)), spans[name][0]), spans[name][1])
        for name, value in read.items()
        if value is not None
    }


def number_of(typed: str) -> float | None:
    try:
        value = float(typed)
    except ValueError:
        return None
    return value if abs(value) < 1e6 else None  # noqa: PLR2004 - NaN and the endless fail this too

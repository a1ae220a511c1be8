"""The person's page as it was filled in: checked field by field, saved whole or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite

from karani.library.library import Library, unknown
from karani.storage import Look, Person, Wishes
from karani.web.figures.cast import CLOTHES, SHAPES, TONES
from karani.web.form import Form
from karani.web.voices import NAMES, Voices

SEXES = {"": "not said", "female": "female", "male": "male"}
SPEEDS = (0.7, 0.75, 0.8, 0.85, 0.9, 1.0, 1.1, 1.2)
COUNTS_S = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3)


@dataclass(frozen=True, slots=True)
class Range:
    """What a number may be, with the words that say so."""

    least: float
    most: float
    unit: str


RANGES = {
    "height_cm": Range(80, 250, "cm"),
    "mass_kg": Range(20, 350, "kg"),
    "age": Range(5, 120, "years"),
    "straight_leg_raise_deg": Range(10, 140, "degrees"),
    "count_s": Range(0.8, 1.3, "seconds"),
    "speed": Range(0.7, 1.2, "times as fast as usual speech"),
    "volume": Range(0, 100, "of 100"),
    "tones": Range(0, 100, "of 100"),
    "bed": Range(0, 100, "of 100"),
    "start_delay_s": Range(0, 120, "seconds"),
}


@dataclass(slots=True)
class Reader:
    """Reads the fields of one form and collects a sentence for each that cannot be."""

    form: Form
    errors: dict[str, str] = field(default_factory=dict)

    def slugs(self, name: str, allowed: Mapping[str, object], kind: str) -> frozenset[str]:
        for slug in self.form.all(name):
            if slug not in allowed:
                self.errors[name] = f"{unknown(kind, slug[:80], allowed)}"
        return frozenset(self.form.all(name)) & frozenset(allowed)

    def number(self, name: str) -> float | None:
        """The number in a field; None when it is empty."""
        typed, span = self.form.one(name), RANGES[name]
        if not typed:
            return None
        number = read_number(typed)
        if number is None or not span.least <= number <= span.most:
            self.errors[name] = (
                f"{typed[:40]!r} does not fit; {span.least:g} to {span.most:g} {span.unit} would, or nothing."
            )
            return None
        return number

    def whole(self, name: str) -> int | None:
        number = self.number(name)
        if number is not None and number != int(number):
            self.errors[name] = f"{self.form.one(name)[:40]!r} does not fit; a whole number would."
        return None if number is None else int(number)

    def word(self, name: str, allowed: Iterable[str]) -> str:
        typed = self.form.one(name)
        if typed not in allowed:
            self.errors[name] = (
                f"{typed[:40]!r} is not one of the answers: {', '.join(filter(None, allowed))}."
            )
        return typed


@dataclass(frozen=True, slots=True)
class Filled:
    """`person` is to be saved only when there are no errors."""

    person: Person
    errors: dict[str, str]


def read_person(form: Form, before: Person, library: Library) -> Filled:
    reader = Reader(form)
    conditions = reader.slugs("condition", library.conditions, "condition")
    person = replace(
        before,
        conditions=conditions,
        doctor_agreed=reader.slugs("doctor_agreed", library.conditions, "condition") & conditions,
        props=reader.slugs("prop", library.props, "prop"),
        excluded=reader.slugs("excluded", library.poses, "pose"),
        height_cm=reader.number("height_cm"),
        mass_kg=reader.number("mass_kg"),
        sex=reader.word("sex", SEXES) or None,
        age=reader.whole("age"),
        straight_leg_raise_deg=reader.number("straight_leg_raise_deg"),
        count_s=reader.number("count_s") or before.count_s,
        breath=reader.word("breath", ["", *library.breathings]) or None,
        wishes=read_wishes(reader, before.wishes),
        look=read_look(reader, before.look),
        first_question_seen=True,
    )
    return Filled(person, reader.errors)


def read_wishes(reader: Reader, before: Wishes) -> Wishes:
    return Wishes(
        voice=reader.word("voice", NAMES) if reader.form.has("voice") else before.voice,
        speed=reader.number("speed") or before.speed,
        volume=kept(reader.whole("volume"), before.volume),
        tones=kept(reader.whole("tones"), before.tones),
        bed=kept(reader.whole("bed"), before.bed),
        dim=reader.form.has("dim"),
        start_delay_s=kept(reader.whole("start_delay_s"), before.start_delay_s),
    )


def read_look(reader: Reader, before: Look) -> Look:
    return Look(
        shape=reader.word("shape", SHAPES) if reader.form.has("shape") else before.shape,
        tone=reader.word("tone", TONES) if reader.form.has("tone") else before.tone,
        clothes=reader.word("clothes", CLOTHES) if reader.form.has("clothes") else before.clothes,
    )


def kept(number: int | None, before: int) -> int:
    return before if number is None else number


def read_number(typed: str) -> float | None:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None


def form_of(person: Person, library: Library, voices: Voices) -> Form:
    """What the form would have said for this person; the planner takes unsaid props as being at hand."""
    props = library.props if person.props is None else person.props
    wishes = person.wishes
    values = {
        "condition": sorted(person.conditions),
        "doctor_agreed": sorted(person.doctor_agreed),
        "prop": sorted(props),
        "excluded": sorted(person.excluded),
        "height_cm": [number_text(person.height_cm)],
        "mass_kg": [number_text(person.mass_kg)],
        "sex": [person.sex or ""],
        "age": [number_text(person.age)],
        "straight_leg_raise_deg": [number_text(person.straight_leg_raise_deg)],
        "count_s": [number_text(person.count_s)],
        "breath": [person.breath or ""],
        "shape": [person.look.shape],
        "tone": [person.look.tone],
        "clothes": [person.look.clothes],
        "voice": [voices.choice(wishes.voice)],
        "speed": [number_text(wishes.speed)],
        "volume": [str(wishes.volume)],
        "tones": [str(wishes.tones)],
        "bed": [str(wishes.bed)],
        "start_delay_s": [str(wishes.start_delay_s)],
    }
    return Form(values | ({"dim": ["on"]} if wishes.dim else {}))


def number_text(number: float | None) -> str:
    return "" if number is None else f"{number:g}"

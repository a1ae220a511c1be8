"""Reading the vocabularies: what the words of content mean, one file of content/vocabulary each."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any

from karani.library.fields import Fields
from karani.library.library import unknown
from karani.library.pose import ACTIONS, Features
from karani.library.read_steps import LONGEST_LINE_S, read_line, read_only_line
from karani.library.vocabulary import (
    Claim,
    Condition,
    Contributor,
    LoadPart,
    Muscle,
    MuscleGroup,
    Need,
    PainPlace,
    Place,
    Prop,
    RedFlag,
    Reference,
    Rule,
    Transition,
)

FEATURES = {feature.name: feature.type for feature in fields_of(Features)}
HIGHEST_LEVEL = 4
YEARS = (1800, 2100)
MOST_LITTLE = 1000.0


def texts_of(fields: Fields, *keys: str) -> dict[str, Any]:
    return {key: fields.text(key) for key in keys}


def lists_of(fields: Fields, *keys: str) -> dict[str, Any]:
    return {key: fields.texts(key) for key in keys}


def read_condition(fields: Fields) -> Condition:
    return Condition(**texts_of(fields, "slug", "name", "question", "told"))


def read_rule(fields: Fields) -> Rule:
    return Rule(
        when=read_feature_values(fields.required_table("when")),
        action=fields.word("action", ACTIONS),
        **texts_of(fields, "condition", "basis", "why"),
    )


def read_feature_values(fields: Fields) -> dict[str, tuple[str | bool, ...]]:
    """Values by feature; a feature is a field of `Features`, so that a rule can ask a pose for it."""
    for name in fields.names():
        if name not in FEATURES:
            raise fields.wrong(name, unknown("feature", name, FEATURES))
    return {name: fields.texts_or_flags(name) for name in fields.names()}


def read_red_flag(fields: Fields) -> RedFlag:
    return RedFlag(**texts_of(fields, "sign", "do", "urgency"))


def read_pain_place(fields: Fields) -> PainPlace:
    return PainPlace(
        felt=fields.text("felt"),
        as_conditions=fields.texts("as_conditions"),
        leave_out=read_feature_values(fields.required_table("leave_out")),
        red_flag=fields.flag("red_flag"),
        first_words=read_only_line(fields, "first_words"),
        parts=fields.texts("parts") if fields.has("parts") else (),
        **texts_of(fields, "slug", "name", "red_flag_text"),
    )


def read_need(fields: Fields) -> Need:
    phases = ("arrive", "prepare", "support", "main", "rest", "return_to")
    return Need(
        return_chime=fields.flag("return_chime"),
        half_way=fields.each("half_way", read_line),
        leave_out_features=read_feature_values(fields.table("leave_out_features")),
        leave_out_types=fields.texts("leave_out_types") if fields.has("leave_out_types") else (),
        **texts_of(fields, "slug", "name", "title", "sentence", "leave_out_why", "breath"),
        **lists_of(fields, *phases, "leave_out", "as_conditions"),
    )


def read_prop(fields: Fields) -> Prop:
    return Prop(
        household=fields.texts("household"),
        usual=fields.flag("usual"),
        fetch=read_only_line(fields, "fetch"),
        **texts_of(fields, "slug", "name"),
    )


def read_place(fields: Fields) -> Place:
    return Place(
        level=fields.whole("level", 1, HIGHEST_LEVEL),
        way_out=fields.each("way_out", read_line),
        begin=fields.each("begin", read_line),
        **texts_of(fields, "slug", "name", "way_out_leads_to"),
    )


def read_transition(fields: Fields) -> Transition:
    return Transition(lines=fields.each("lines", read_line), **texts_of(fields, "start", "end"))


def read_claim(fields: Fields) -> Claim:
    return Claim(
        **texts_of(fields, "slug", "claim", "grade", "sentence", "gap"),
        **lists_of(fields, "support", "against"),
    )


def read_reference(fields: Fields) -> Reference:
    return Reference(
        year=fields.optional_whole("year", *YEARS),
        poses=fields.texts("poses") if fields.has("poses") else (),
        **texts_of(fields, "slug", "citation", "identifier", "url", "finding", "verified"),
    )


def read_muscle(fields: Fields) -> Muscle:
    return Muscle(fma=fields.optional_text("fma"), **texts_of(fields, "slug", "name", "latin"))


def read_muscle_group(fields: Fields) -> MuscleGroup:
    return MuscleGroup(**texts_of(fields, "slug", "name", "latin", "crosses", "does"))


def read_load_part(fields: Fields) -> LoadPart:
    return LoadPart(
        little=fields.number("little", 0, MOST_LITTLE), **texts_of(fields, "slug", "name", "unit")
    )


def read_contributor(fields: Fields) -> Contributor:
    return Contributor(**texts_of(fields, "slug", "name", "role", "about", "url"))


def read_pauses(fields: Fields) -> dict[str, float]:
    return {name: fields.number(name, 0, LONGEST_LINE_S) for name in fields.names()}


def read_words(fields: Fields) -> Mapping[str, Mapping[str, str]]:
    return {
        kind: texts_of(fields.required_table(kind), *fields.table(kind).names()) for kind in fields.names()
    }

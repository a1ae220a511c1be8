"""Reading the folder of a pose, or of a form of one, and meeting it with the screening rules."""

from collections.abc import Iterable
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any, get_type_hints

from karani.library.cautions import resolve_cautions
from karani.library.content_file import read_text, read_toml
from karani.library.fields import Fields
from karani.library.pose import ACTIONS, Benefit, Caution, Features, Hold, Pose, PropUse, Word
from karani.library.read_glyph import read_glyph
from karani.library.read_posture import read_posture
from karani.library.read_steps import read_steps
from karani.library.vocabulary import Rule

LONGEST_HOLD_S = 7200.0
MOST_OF_A_PROP = 9


def read_pose(content: Path, folder: Path, form_of: str | None, rules: Iterable[Rule]) -> Pose:
    """Everything that the five files of a pose's folder say; ContentError names file and field."""

    def read(fields: Fields) -> dict[str, Any]:
        features = read_features(fields.required_table("features"))
        return (
            read_names(fields)
            | read_use(fields)
            | {
                "features": features,
                "cautions": read_cautions(fields, features, rules),
            }
        )

    return Pose(
        slug=folder.name,
        form_of=form_of,
        steps=read_toml(content, folder / "steps.toml", read_steps),
        posture=read_toml(content, folder / "posture.toml", read_posture),
        glyph=read_glyph(content, folder / "glyph.svg"),
        guide_text=read_text(content, folder / "guide.md"),
        **read_toml(content, folder / "pose.toml", read),
    )


def read_names(fields: Fields) -> dict[str, Any]:
    texts = ("name", "sanskrit_name", "devanagari", "pronunciation", "summary", "helps", "position", "level")
    lists = ("alternate_names", "types", "targets", "tips", "mistakes", "credits")
    return (
        {key: fields.text(key) for key in texts}
        | {key: fields.texts(key) for key in lists}
        | {"meaning": fields.each("meaning", read_meaning), "benefits": fields.each("benefits", read_benefit)}
    )


def read_use(fields: Fields) -> dict[str, Any]:
    lists = ("needs", "easier", "preparatory_poses", "counter_poses", "stretches", "works")
    return {key: fields.texts(key) for key in lists} | {
        "guide_only": fields.flag("guide_only"),
        "sides": fields.whole("sides", 1, 2),
        "breath": fields.text("breath"),
        "hold": read_hold(fields.required_table("hold")),
        "props": fields.each("props", read_prop_use),
        "seed": fields.flag("seed"),
        "spares": fields.texts("spares") if fields.has("spares") else (),
    }


def read_meaning(fields: Fields) -> Word:
    return Word(word=fields.text("word"), means=fields.text("means"))


def read_benefit(fields: Fields) -> Benefit:
    return Benefit(claim=fields.text("claim"), text=fields.text("text"))


def read_prop_use(fields: Fields) -> PropUse:
    return PropUse(
        prop=fields.text("prop"),
        count=fields.whole("count", 1, MOST_OF_A_PROP),
        optional=fields.flag("optional"),
    )


def read_hold(fields: Fields) -> Hold:
    hold = Hold(**{key: fields.number(key, 1, LONGEST_HOLD_S) for key in ("least_s", "usual_s", "most_s")})
    fields.done()
    return hold


def read_features(fields: Fields) -> Features:
    flags = {name for name, kind in get_type_hints(Features).items() if kind is bool}
    read: dict[str, Any] = {
        field.name: fields.flag(field.name) if field.name in flags else fields.text(field.name)
        for field in fields_of(Features)
    }
    fields.done()
    return Features(**read)


def read_cautions(fields: Fields, features: Features, rules: Iterable[Rule]) -> tuple[Caution, ...]:
    own = fields.each("cautions", read_caution)
    return resolve_cautions(features, rules, own, read_instead(fields.table("instead")))


def read_instead(fields: Fields) -> dict[str, str]:
    return {condition: fields.text(condition) for condition in fields.names()}


def read_caution(fields: Fields) -> Caution:
    return Caution(
        condition=fields.text("condition"),
        action=fields.word("action", ACTIONS),
        basis=fields.text("basis"),
        why=fields.text("why"),
        instead=None,
    )

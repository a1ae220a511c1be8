"""The schema of pose.toml."""

from karani.library.library import Library
from karani.library.pose import ACTIONS
from karani.library.schemas.parts import (
    FLAG,
    SLUG,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    named,
    number,
    one_of,
    said,
    some_of,
    table,
    whole,
)

LONGEST_HOLD_S = 7200.0


def pose_schema(library: Library) -> Schema:
    words = library.words
    return table(
        {
            "name": said(TEXT, "The English name."),
            "sanskrit_name": said(TEXT, "In IAST, with its dots and lines; empty where there is none."),
            "devanagari": said(TEXT, "The same name in Devanagari."),
            "pronunciation": said(TEXT, "Respelled as one would read it aloud, the stressed part in capitals."),
            "alternate_names": said(TEXTS, "Everything somebody might type to find it."),
            "summary": said(TEXT, "One sentence of at most 25 words."),
            "helps": said(TEXT, "Whom this form helps; empty for a pose that is not a form."),
            "types": some_of(words["type"]),
            "position": one_of(words["position"]),
            "level": one_of(words["level"]),
            "targets": some_of(words["target"]),
            "needs": some_of(library.needs),
            "guide_only": said(FLAG, "Explained, never planned."),
            "sides": said(whole(1, 2), "2 where it is done to the right and to the left."),
            "breath": said(one_of(library.breathings), "The breathing of its hold."),
            "easier": list_of(SLUG),
            "preparatory_poses": list_of(SLUG),
            "counter_poses": list_of(SLUG),
            "stretches": some_of(library.muscles),
            "works": some_of(library.muscles),
            "tips": said(TEXTS, "Two to four."),
            "mistakes": said(TEXTS, "One to three: the mistake, and how to mend it."),
            "seed": said(FLAG, "A pose of the article that the project starts from."),
            "credits": TEXTS,
            "hold": said(
                table({key: number(1, LONGEST_HOLD_S) for key in ("least_s", "usual_s", "most_s")}),
                "Seconds on each side.",
            ),
            "features": said(features_schema(library), "What it asks of a body; the screening rules read this."),
        },
        {
            "spares": said(some_of(library.load_parts), "What a form is meant to spare; the model says whether."),
            "meaning": list_of(table({"word": TEXT, "means": TEXT})),
            "props": list_of(
                table({"prop": one_of(library.props), "count": whole(1, 9), "optional": FLAG})
            ),
            "benefits": list_of(table({"claim": one_of(library.claims), "text": TEXT})),
            "instead": said(
                named(library.conditions, SLUG), "Where to go for who may not practice it."
            ),
            "cautions": said(cautions_schema(library), "Only what no rule gives."),
        },
    )  # fmt: skip


def features_schema(library: Library) -> Schema:
    return table({name: one_of(values) for name, values in library.features.items()})


def cautions_schema(library: Library) -> Schema:
    return list_of(
        table(
            {
                "condition": one_of(library.conditions),
                "action": one_of(ACTIONS),
                "basis": one_of(library.words["basis"]),
                "why": TEXT,
            }
        )
    )

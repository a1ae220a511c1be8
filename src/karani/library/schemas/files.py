"""Which schema belongs to which file, and the schemas as files."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from karani.library.library import Library
from karani.library.read_collection import LEAST_MINUTES, MOST_COLLECTIONS, MOST_MINUTES
from karani.library.read_steps import LONGEST_LINE_S
from karani.library.schemas.parts import (
    SLUG,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    number,
    one_of,
    said,
    some_of,
    table,
    whole,
)
from karani.library.schemas.pose_schema import pose_schema
from karani.library.schemas.posture_schema import posture_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHIPPED = Path(__file__).parents[2] / "content" / "schemas"


def steps_schema(library: Library) -> Schema:
    line = {
        "cue": said(
            TEXT, "One action a sentence, at most fourteen words; it must be followed with closed eyes."
        ),
        "pause": one_of(library.pauses_s),
        "seconds": said(number(0, LONGEST_LINE_S), "Speaking, moving and the pause together."),
    }
    adds = {
        "adds": said(
            list_of(one_of(library.muscle_groups)), "Muscles the cue calls on beside what gravity asks."
        )
    }
    step = table(
        line | {"place": said(one_of(library.places), "Where this step leaves you.")},
        adds | {"settled_cue": said(TEXT, "Said instead where the person's own {distance} is known.")},
    )
    said_line = table(line, adds)
    return table(
        {
            "starts_at": one_of(library.places),
            "way_out_leads_to": said(TEXT, "Where one rests after the short way out."),
            "enter": list_of(step),
            "settle": list_of(said_line),
            "nearly_out": said_line,
            "exit": list_of(step),
            "way_out": said(list_of(said_line), "The short, direct way out of the hold, at any second."),
        },
        {"quiet": list_of(said_line), "change_sides": list_of(said_line)},
    )  # fmt: skip


def collection_schema(library: Library) -> Schema:
    entry = {"pose": SLUG, "role": one_of(["", *library.words["role"]]), "why": TEXT}
    return table(
        {
            "name": TEXT,
            "title": said(TEXT, "For the plan's heading: before sleep."),
            "sentence": TEXT,
            "order": said(TEXT, "Why the poses stand in this order."),
            "place": whole(1, MOST_COLLECTIONS),
            "picture": SLUG,
            "need": one_of(library.needs),
            "minutes": whole(LEAST_MINUTES, MOST_MINUTES),
            "poses": list_of(table(entry)),
        }
    )


def claims_schema(library: Library) -> Schema:
    texts = dict.fromkeys(("slug", "claim", "sentence", "gap"), TEXT)
    cited = some_of(sorted(library.references))
    claim = texts | {"grade": one_of(library.words["grade"]), "support": cited, "against": cited}
    return table({"claims": list_of(table(claim))})


def references_schema(library: Library) -> Schema:
    texts = dict.fromkeys(("slug", "citation", "identifier", "url", "finding"), TEXT)
    needed = texts | {"verified": one_of(library.words["verified"])}
    return table({"references": list_of(table(needed, {"year": whole(1800, 2100), "poses": TEXTS}))})


SCHEMAS: Mapping[str, Callable[[Library], Schema]] = {
    "pose": pose_schema,
    "posture": posture_schema,
    "steps": steps_schema,
    "collection": collection_schema,
    "claims": claims_schema,
    "references": references_schema,
}


def make_schema(kind: str, library: Library) -> Schema:
    return {"$schema": DIALECT, "title": f"Karani: {kind}", **SCHEMAS[kind](library)}


def schema_of_file(file: str) -> str | None:
    """The kind of schema for a file of the content folder, by its path there; None where there is none."""
    path = PurePosixPath(file)
    if path.parts[:1] == ("poses",) and path.stem in SCHEMAS:
        return path.stem
    if path.parts[:1] == ("collections",) and path.suffix == ".toml":
        return "collection"
    return {"vocabulary/claims.toml": "claims", "references.toml": "references"}.get(file)


def write_schemas(library: Library, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind in SCHEMAS:
        text = json.dumps(make_schema(kind, library), ensure_ascii=False, indent=1) + "\n"
        (folder / f"{kind}.schema.json").write_text(text, encoding="utf-8")

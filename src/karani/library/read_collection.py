"""Reading a collection: two files of the same name under content/collections, one of facts and one of prose."""

from pathlib import Path
from typing import Any

from karani.library.collection import Collection, CollectionPose
from karani.library.content_file import read_text, read_toml
from karani.library.fields import Fields

LEAST_MINUTES, MOST_MINUTES = 5, 60
MOST_COLLECTIONS = 99


def read_collection(content: Path, file: Path) -> Collection:
    """`file` is the TOML file; its name is the slug. ContentError names file and field."""
    introduction = read_text(content, file.with_suffix(".md"))
    return Collection(slug=file.stem, introduction=introduction, **read_toml(content, file, read_facts))


def read_facts(fields: Fields) -> dict[str, Any]:
    texts = {key: fields.text(key) for key in ("name", "title", "sentence", "order", "need", "picture")}
    return texts | {
        "place": fields.whole("place", 1, MOST_COLLECTIONS),
        "minutes": fields.whole("minutes", LEAST_MINUTES, MOST_MINUTES),
        "poses": fields.each("poses", read_collection_pose),
    }


def read_collection_pose(fields: Fields) -> CollectionPose:
    return CollectionPose(pose=fields.text("pose"), role=fields.text("role"), why=fields.text("why"))

"""Small parts of which schemas are built."""

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
SLUG: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
"""Of a pose: which there are changes too often for a list."""
TEXTS: Schema = {"type": "array", "items": TEXT}
FLAG: Schema = {"type": "boolean"}


def said(schema: Schema, description: str) -> Schema:
    """What an editor shows beside the field."""
    return {**schema, "description": description}


def number(least: float, most: float) -> Schema:
    return {"type": "number", "minimum": least, "maximum": most}


def whole(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def one_of(words: Iterable[str | bool]) -> Schema:
    return {"enum": list(words)}


def some_of(words: Iterable[str]) -> Schema:
    return {"type": "array", "items": one_of(words)}


def list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def pair_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "minItems": 2, "maxItems": 2}


def table(needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**needed, **(optional or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def named(keys: Iterable[str], schema: Schema) -> Schema:
    """A table that may have any of these keys, all of one kind."""
    return {"type": "object", "properties": dict.fromkeys(keys, schema), "additionalProperties": False}

"""Practices and scripts as plain data for JSON, and practices back from it; keys are the names of the fields."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from karani.errors import PracticeError
from karani.practice.own_body import check_own_body
from karani.practice.practice import Practice, Segment
from karani.practice.script import Script

SHOWN_CHARACTERS = 40


def practice_to_dict(practice: Practice) -> dict[str, Any]:
    """With `seconds` of each segment and `total_seconds`, which are computed and not read back."""
    plain: dict[str, Any] = to_plain(practice)
    for data, segment in zip(plain["segments"], practice.segments, strict=True):
        data["seconds"] = segment.seconds
    plain["total_seconds"] = practice.total_seconds
    return plain


def script_to_dict(script: Script) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(script)
    return plain


def practice_from_dict(data: object) -> Practice:
    """Raises PracticeError, in one sentence that names the place, where the data is not a practice."""
    practice = from_plain(data, Practice, "practice")
    assert isinstance(practice, Practice)
    if not practice.segments:
        raise PracticeError("The saved practice has no segments; at least one pose would be right.")
    for index, segment in enumerate(practice.segments):
        check_segment(segment, f"practice.segments[{index}]")
    check_own_body(practice.body)
    return practice


def check_segment(segment: Segment, where: str) -> None:
    for name in ("transition_s", "enter_s", "hold_s", "exit_s"):
        if getattr(segment, name) < 0:
            raise wrong(f"{where}.{name}", getattr(segment, name), "seconds, 0 or more")
    if segment.sides not in (1, 2):
        raise wrong(f"{where}.sides", segment.sides, "1 or 2")


def to_plain(value: Any) -> Any:
    if isinstance(value, str | int | float | bool | NoneType):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return {name: to_plain(getattr(value, name)) for name in field_names(value.__class__)}


@cache
def field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def field_types(kind: type[Any]) -> Mapping[str, Any]:
    return get_type_hints(kind)


def from_plain(data: object, kind: Any, where: str) -> object:
    if is_dataclass(kind):
        return from_mapping(data, kind, where)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if data is None else from_plain(data, inner[0], where)
    if origin is Literal:
        return one_of(data, inner, where)
    if origin in (tuple, frozenset):
        items = [from_plain(item, inner[0], f"{where}[{i}]") for i, item in enumerate(listed(data, where))]
        return tuple(items) if origin is tuple else frozenset(items)
    return scalar(data, kind, where)


def from_mapping(data: object, kind: Any, where: str) -> object:
    if not isinstance(data, Mapping):
        raise wrong(where, data, "an object with keys")
    types = field_types(kind)
    values = {
        field.name: from_plain(data[field.name], types[field.name], f"{where}.{field.name}")
        for field in fields(kind)
        if field.name in data or must_be_there(field, where)
    }
    return kind(**values)


def must_be_there(field: Field[Any], where: str) -> bool:
    if field.default is MISSING and field.default_factory is MISSING:
        raise PracticeError(f"The saved {where} has no {field.name}; it would be right with one.")
    return False


def listed(data: object, where: str) -> Iterable[object]:
    if not isinstance(data, list | tuple):
        raise wrong(where, data, "a list")
    return data


def one_of(data: object, allowed: tuple[object, ...], where: str) -> object:
    if data not in allowed:
        raise wrong(where, data, f"one of {', '.join(map(str, allowed))}")
    return data


def scalar(data: object, kind: type, where: str) -> object:
    if kind is float and isinstance(data, int | float) and not isinstance(data, bool) and is_finite(data):
        return float(data)
    if kind in (str, int, bool) and type(data) is kind:
        return data
    words = {str: "text", int: "a whole number", float: "a number of seconds", bool: "true or false"}
    raise wrong(where, data, words[kind])


def is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:
        return False


def wrong(where: str, found: object, right: str) -> PracticeError:
    shown = repr(found)[:SHOWN_CHARACTERS]
    return PracticeError(f"The saved {where} is {shown}; {right} would be right.")

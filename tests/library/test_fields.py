"""The typed field reader: each wrong value is one sentence with file, field, what was found and what would be right."""

from collections.abc import Callable
from typing import Any

import pytest

from karani.errors import ContentError
from karani.library.fields import Fields, read_whole

Read = Callable[[Fields], Any]


def read(table: dict[str, Any], reader: Read) -> Any:
    return read_whole(Fields("poses/tree/pose.toml", table), reader)


def test_a_value_of_the_right_type_is_handed_on() -> None:
    assert read({"name": "Tree"}, lambda fields: fields.text("name")) == "Tree"
    assert read({"seed": False}, lambda fields: fields.flag("seed")) is False
    assert read({"seconds": 9}, lambda fields: fields.number("seconds", 0, 60)) == 9.0
    assert read({"types": ["a", "b"]}, lambda fields: fields.texts("types")) == ("a", "b")
    assert read({"hip": [70, 95]}, lambda fields: fields.span("hip", 0, 180)) == (70.0, 95.0)


WRONG: dict[str, tuple[dict[str, Any], Read, str]] = {
    "a missing key": ({}, lambda f: f.text("name"), "name: is missing; a text in quotes would be right"),
    "a misspelled key": ({"nmae": "Tree"}, lambda f: f.text("name"), "name: is missing (there is 'nmae')"),
    "a number for a text": ({"name": 3}, lambda f: f.text("name"), "name: found 3; a text in quotes would be right"),
    "a number for a flag": ({"seed": 1}, lambda f: f.flag("seed"), "seed: found 1; true or false would be right"),
    "a flag for a number": ({"s": True}, lambda f: f.number("s", 0, 9), "s: found true; a number from 0 to 9"),
    "not a number": ({"s": float("nan")}, lambda f: f.number("s", 0, 9), "s: found nan; a number from 0 to 9"),
    "a number too large": ({"s": 1e9}, lambda f: f.number("s", 0, 9), "a number from 0 to 9 would be right"),
    "a half for a whole": ({"n": 1.5}, lambda f: f.whole("n", 1, 2), "n: found 1.5; a whole number from 1 to 2"),
    "a flag for a whole": ({"n": True}, lambda f: f.whole("n", 1, 2), "n: found true; a whole number"),
    "a text for a list": ({"t": "a"}, lambda f: f.texts("t"), "t: found 'a'; a list of texts would be right"),
    "a number in a list": ({"t": ["a", 2]}, lambda f: f.texts("t"), "t: found 2; a list of texts would be right"),
    "a number among flags": ({"t": [3]}, lambda f: f.texts_or_flags("t"), "t: found 3 in the list"),
    "three for two": ({"r": [1, 2, 3]}, lambda f: f.span("r", 0, 9), "r: found 3 values; two numbers"),
    "high before low": ({"r": [9, 1]}, lambda f: f.span("r", 0, 9), "r: found 9 before 1; the smaller number comes first"),
    "a text for a table": ({"h": "x"}, lambda f: f.required_table("h"), "h: found 'x'; a table would be right"),
    "no table": ({}, lambda f: f.required_table("hold"), "hold: is missing; a table would be right"),
    "a list of texts for tables": ({"p": ["x"]}, lambda f: f.each("p", lambda g: g.text("a")), "p[1]: found 'x'; a table"),
    "a wrong word": ({"a": "maybe"}, lambda f: f.word("a", ("avoid", "caution")), "a: found 'maybe'; one of avoid, caution"),
    "an unknown key": ({"a": "x", "b": 1}, lambda f: f.text("a"), "b: is not a field of this table; fields here: a"),
    "a nearly known key": ({"name": "x", "names": 1}, lambda f: f.text("name"), "names: is not a field of this table; did you mean 'name'?"),
    "an unknown key inside": ({"p": [{"a": "x", "c": 2}]}, lambda f: f.each("p", lambda g: g.text("a")), "p[1].c: is not a field"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_value_is_told_in_one_sentence(case: str) -> None:
    table, reader, says = WRONG[case]
    with pytest.raises(ContentError) as caught:
        read(table, reader)
    assert str(caught.value).startswith("poses/tree/pose.toml: ")
    assert says in str(caught.value)


def test_a_long_value_is_shown_shortened() -> None:
    with pytest.raises(ContentError) as caught:
        read({"seed": "x" * 500}, lambda fields: fields.flag("seed"))
    assert len(str(caught.value)) < 150

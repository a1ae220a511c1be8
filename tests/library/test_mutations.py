"""Whatever happens to a content file, the answer is a sentence that names the file: never another exception."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.errors import ContentError
from karani.library import check_library, read_library
from karani.library.packaged import PACKAGED_CONTENT
from tests.library.bench import Bench

pytestmark = pytest.mark.usefixtures("parsed_once")
FILES = sorted(
    path.relative_to(PACKAGED_CONTENT).as_posix()
    for folder in ("poses", "vocabulary", "breathing", "collections")
    for path in (PACKAGED_CONTENT / folder).rglob("*")
    if path.is_file()
)
TOML = [file for file in FILES if file.endswith(".toml")]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(),
    st.text(max_size=12),
    st.lists(st.one_of(st.text(max_size=5), st.integers()), max_size=3),
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(), max_size=2),
)
often = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def judge(bench: Bench) -> None:
    """Reader and check both end, and what the reader refuses the check tells too."""
    findings = check_library(bench.content)
    refused = read_or_tell(bench)
    assert findings or refused is None
    assert "\n" not in (refused or "")


def read_or_tell(bench: Bench) -> str | None:
    try:
        read_library(bench.content)
    except ContentError as error:
        return str(error)
    return None


@often
@given(data=st.data())
def test_random_bytes_are_answered_with_a_sentence(bench: Bench, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    with bench.with_bytes(file, data.draw(st.binary(max_size=200))):
        judge(bench)


@often
@given(data=st.data())
def test_a_truncated_file_is_answered_with_a_sentence(bench: Bench, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    whole = (PACKAGED_CONTENT / file).read_bytes()
    with bench.with_bytes(file, whole[: data.draw(st.integers(0, len(whole)))]):
        judge(bench)


@often
@given(data=st.data())
def test_flipped_bytes_are_answered_with_a_sentence(bench: Bench, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    whole = bytearray((PACKAGED_CONTENT / file).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with bench.with_bytes(file, bytes(whole)):
        judge(bench)


@often
@given(data=st.data())
def test_a_changed_value_is_answered_with_a_sentence(bench: Bench, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TOML))
    table = tomllib.loads((PACKAGED_CONTENT / file).read_text(encoding="utf-8"))
    spot = data.draw(st.sampled_from(list(list_spots(table))))
    if data.draw(st.booleans()):
        remove(table, spot)
    else:
        change(table, spot, data.draw(VALUES))
    with bench.with_text(file, write_toml(table)):
        judge(bench)


def test_an_unchanged_file_survives_the_writing_of_these_tests(bench: Bench) -> None:
    for file in TOML:
        table = tomllib.loads((PACKAGED_CONTENT / file).read_text(encoding="utf-8"))
        assert tomllib.loads(write_toml(table)) == table
    with bench.with_text(TOML[0], write_toml(tomllib.loads(bench.text(TOML[0])))):
        assert check_library(bench.content) == ()


Spot = tuple[str | int, ...]


def list_spots(value: Any, spot: Spot = ()) -> Iterator[Spot]:
    """The path of every value inside a table."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*spot, key)
        yield from list_spots(inner, (*spot, key))


def change(table: Any, spot: Spot, value: Any) -> None:
    for key in spot[:-1]:
        table = table[key]
    table[spot[-1]] = "" if value is None else value


def remove(table: Any, spot: Spot) -> None:
    for key in spot[:-1]:
        table = table[key]
    del table[spot[-1]]


def write_toml(table: dict[str, Any]) -> str:
    """Enough of TOML for these tests: everything inline."""
    return "\n".join(f"{json.dumps(key)} = {write_value(value)}" for key, value in table.items())


def write_value(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key)} = {write_value(inner)}" for key, inner in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(write_value(inner) for inner in value) + "]"
    if isinstance(value, str):
        return write_text(value)
    return str(value).lower() if isinstance(value, bool | float) else str(value)


def write_text(text: str) -> str:
    """A basic string; what JSON escapes, TOML escapes alike, and DEL besides."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

"""The schemas that editors use say the same as the reader."""

import json
import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from karani.library import Library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.schemas import SCHEMAS, make_schema, schema_of_file
from karani.library.schemas.files import SHIPPED
from tests.house.project import ROOT

FILES = sorted(
    (file, kind)
    for path in PACKAGED_CONTENT.rglob("*.toml")
    if (kind := schema_of_file(file := path.relative_to(PACKAGED_CONTENT).as_posix()))
)


@pytest.fixture(scope="module")
def validators(library: Library) -> dict[str, Draft202012Validator]:
    return {kind: Draft202012Validator(make_schema(kind, library)) for kind in SCHEMAS}


def read(file: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / file).read_text("utf-8"))


def test_all_content_is_valid(validators: dict[str, Draft202012Validator]) -> None:
    assert len(FILES) > 80
    told = [
        f"{file}: {error.json_path}: {error.message}"
        for file, kind in FILES
        for error in validators[kind].iter_errors(read(file))
    ]
    assert not told


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_each_is_a_schema_itself(library: Library, kind: str) -> None:
    Draft202012Validator.check_schema(make_schema(kind, library))


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_the_files_that_come_along_are_up_to_date(library: Library, kind: str) -> None:
    """`python -m karani.library.schemas` makes them anew."""
    shipped = json.loads((SHIPPED / f"{kind}.schema.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(make_schema(kind, library)))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("types", ["inversoin"]),
        ("position", "flat"),
        ("sides", 3),
        ("hold", {"least_s": 1}),
        ("props", [{"prop": "sofa", "count": 1, "optional": False}]),
        ("instead", {"a-cold": "savasana"}),
        ("summery", "A slip."),
    ],
)
def test_a_mistake_is_marked_while_it_is_written(
    validators: dict[str, Draft202012Validator], key: str, value: object
) -> None:
    pose = read("poses/viparita-karani/pose.toml") | {key: value}
    assert list(validators["pose"].iter_errors(pose))


def test_editors_find_the_schema_of_every_file() -> None:
    rules = tomllib.loads((ROOT / ".taplo.toml").read_text())["rule"]
    for file, kind in FILES:
        path = PACKAGED_CONTENT.joinpath(file).relative_to(ROOT)
        joined = [
            rule["schema"]["path"] for rule in rules if any(matches(path, glob) for glob in rule["include"])
        ]
        assert joined == [f"src/karani/content/schemas/{kind}.schema.json"], file


def matches(path: Any, glob: str) -> bool:
    before, _, name = glob.partition("**/")
    return path.match(glob) if not name else str(path).startswith(before) and path.name == name

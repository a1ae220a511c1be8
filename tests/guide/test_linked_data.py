"""The guide as schema.org says it: only types and properties that schema.org has, and only what the guide says."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from karani.guide import compose, linked_data
from karani.guide.linked_data import duration
from karani.library import Library, read_library

LIBRARY = read_library()
THING = {"@id", "name", "alternateName", "description", "url", "identifier"}
WORK = THING | {"inLanguage", "isAccessibleForFree", "license", "author", "about", "mentions"}
PROPERTIES = {
    "HowTo": WORK | {"@context", "step", "tool", "supply", "totalTime", "performTime", "prepTime"},
    "HowToStep": WORK | {"position", "text"},
    "HowToTool": THING | {"requiredQuantity"},
    "ExercisePlan": WORK | {
        "activityDuration", "activityFrequency", "additionalVariable", "exerciseType", "intensity", "repetitions",
        "restPeriods", "workload",
    },
    "Muscle": THING | {"muscleAction", "antagonist", "nerve", "bloodSupply", "insertion"},
    "MedicalContraindication": THING,
    "Organization": THING,
}  # fmt: skip
"""Of schema.org, as far as they are used or named in its lists for these types."""
SHAPE = {
    "type": "object",
    "required": ["@context", "@type", "name", "description", "step", "totalTime"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "totalTime": {"pattern": r"^PT(\d+M)?(\d+S)?$"},
        "step": {
            "type": "array",
            "minItems": 2,
            "items": {
                "required": ["@type", "position", "text"],
                "properties": {"position": {"type": "integer"}},
            },
        },
        "tool": {"items": {"properties": {"requiredQuantity": {"type": "integer", "minimum": 1}}}},
    },
}


@pytest.fixture
def library() -> Library:
    return LIBRARY


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from nodes(child)


@pytest.mark.parametrize("slug", sorted(LIBRARY.poses))
def test_only_what_schema_org_knows_is_said(slug: str) -> None:
    data = linked_data(compose(LIBRARY.pose(slug), LIBRARY), LIBRARY)
    assert not list(Draft202012Validator(SHAPE).iter_errors(data))
    for node in nodes(data):
        assert set(node) - {"@type"} <= PROPERTIES[node["@type"]]
        assert all(value not in ("", None) for value in node.values())


def test_steps_are_numbered_through(library: Library) -> None:
    steps = linked_data(compose(library.pose("viparita-karani"), library), library)["step"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))


def test_closed_conditions_and_muscles_are_mentioned(library: Library) -> None:
    data = linked_data(compose(library.pose("viparita-karani"), library), library)
    told = {node["name"] for node in data["mentions"] if node["@type"] == "MedicalContraindication"}
    pose = library.pose("viparita-karani")
    closed = {
        library.conditions[one.condition].name for one in pose.cautions if one.action in {"avoid", "modify"}
    }
    assert told == closed
    muscles = [node for node in data["mentions"] if node["@type"] == "Muscle"]
    assert len(muscles) == len(pose.stretches) + len(pose.works)


def test_an_address_makes_whole_names(library: Library) -> None:
    guide = compose(library.pose("savasana"), library)
    assert (
        linked_data(guide, library, "https://karani.example")["url"]
        == "https://karani.example/poses/savasana"
    )


@pytest.mark.parametrize(("seconds", "said"), [(900, "PT15M"), (45, "PT45S"), (90, "PT1M30S"), (0, "PT0S")])
def test_durations_are_those_of_iso_8601(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_it_can_stand_in_a_page(library: Library) -> None:
    text = json.dumps(linked_data(compose(library.pose("savasana"), library), library), ensure_ascii=False)
    assert not re.search(r"</?script", text)

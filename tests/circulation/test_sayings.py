"""What must not be said of the circulation stands nowhere."""

import re
import tomllib
from pathlib import Path

import pytest

from karani.library.packaged import PACKAGED_CONTENT
from tests.house.project import ROOT, SOURCE, list_tracked_files

SAYINGS = tomllib.loads((PACKAGED_CONTENT / "physiology" / "sayings.toml").read_text())
FORBIDDEN = [(re.compile(row["pattern"]), row["why"]) for row in SAYINGS["may_not"]]
LISTS = {
    "sayings.toml",
    "cue_rules.toml",
    "text_rules.toml",
    "references.toml",
}  # they name what is not to be said, or what others found


def list_said() -> list[Path]:
    files = list_tracked_files("src/karani/**", "frontend/src/**")
    said = {".toml", ".md", ".html", ".ts", ".py", ".txt"}
    return [path for path in files if path.suffix in said and path.name not in LISTS]


def find_forbidden(text: str) -> list[str]:
    return [why for pattern, why in FORBIDDEN if pattern.search(" ".join(text.lower().split()))]


def test_no_page_guide_or_cue_says_what_the_model_cannot_promise() -> None:
    files = list_said()
    assert len(files) > 100
    found = {
        str(path.relative_to(ROOT)): why for path in files if (why := find_forbidden(path.read_text("utf-8")))
    }
    assert not found
    assert SOURCE.is_dir()


@pytest.mark.parametrize(
    "claim",
    [
        "This pose boosts circulation.",
        "It lowers your blood pressure at once.",
        "Fresh blood flows to the brain.",
        "It cures varicose veins.",
        "It rests the heart.",
        "Safe for your blood pressure.",
        "Reverses the effects of gravity",
    ],
)
def test_the_net_catches_claims_of_each_kind(claim: str) -> None:
    assert find_forbidden(claim)


@pytest.mark.parametrize("row", SAYINGS["may"], ids=lambda row: row["saying"][:30])
def test_what_may_be_said_is_not_forbidden_and_has_its_source(row: dict[str, str]) -> None:
    assert not find_forbidden(row["saying"])
    assert row["source"]
    assert row["with"]

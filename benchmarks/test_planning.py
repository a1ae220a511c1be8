"""How long a person waits for a plan, and how long a plan waits for its script."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.library import Library, read_library
from karani.library.packaged import PACKAGED_CONTENT
from karani.practice import Request, plan, write_script

READ_MOST_S = 0.300
PLAN_MOST_S = 0.050
SCRIPT_MOST_S = 0.020

ASKED = {
    "Asha, 20 min to calm down": Request("stress", 20, props=frozenset(("wall", "blanket"))),
    "Ben, 30 min for a sore low back": Request(
        "low-back", 30, props=frozenset(("chair", "blanket")), conditions=frozenset(("low-back-pain",))
    ),
    "Chandra, 60 min to sleep, everything at hand": Request(
        "sleep",
        60,
        props=frozenset(("wall", "blanket", "block", "bolster", "chair", "eye-pillow", "pillow", "strap")),
        conditions=frozenset(("hypertension-controlled",)),
    ),
    "Dev, 5 min for the neck, nothing at hand": Request("neck", 5),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.mark.parametrize("person", ASKED)
def test_a_plan_is_there_at_once(benchmark: BenchmarkFixture, library: Library, person: str) -> None:
    practice = benchmark(plan, ASKED[person], library)
    assert practice.segments
    assert median_s(benchmark) < PLAN_MOST_S


@pytest.mark.parametrize("person", ASKED)
def test_a_script_is_there_at_once(benchmark: BenchmarkFixture, library: Library, person: str) -> None:
    script = benchmark(write_script, plan(ASKED[person], library), library)
    assert script.cues
    assert median_s(benchmark) < SCRIPT_MOST_S


def test_all_content_is_read_before_anyone_waits(benchmark: BenchmarkFixture) -> None:
    assert benchmark(read_library, PACKAGED_CONTENT).poses
    assert median_s(benchmark) < READ_MOST_S

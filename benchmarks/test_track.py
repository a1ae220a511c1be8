"""How long a person waits between "Begin" and the first chime, and what a track costs."""

import tracemalloc
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.library import Library, read_library
from karani.practice import Request, Script, plan, write_script
from karani.sound import SilentVoice, render
from karani.sound.bed import bed
from karani.sound.mix import bed_frames

RENDER_MOST_S = 5
MEMORY_MOST_BYTES = 1_000_000_000
PROPS = frozenset(("wall", "blanket", "chair"))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def script_of(minutes: int, library: Library) -> Script:
    return write_script(plan(Request("stress", minutes, props=PROPS), library), library)


def forget_the_bed() -> None:
    """As in a process that has rendered nothing yet."""
    bed.cache_clear()
    bed_frames.cache_clear()


@pytest.mark.parametrize("minutes", [20, 60])
def test_a_track_without_a_voice_is_there_before_one_lies_down(
    benchmark: BenchmarkFixture, library: Library, minutes: int
) -> None:
    script = script_of(minutes, library)
    rounds: Any = benchmark.pedantic  # it has no type
    track = rounds(render, (script, SilentVoice()), setup=forget_the_bed, rounds=3)
    benchmark.extra_info["megabytes"] = round(len(track.audio) / 1e6, 1)
    benchmark.extra_info["minutes with passages"] = round(track.total_s / 60, 1)
    assert median_s(benchmark) < RENDER_MOST_S


def test_a_track_fits_in_the_memory_of_a_small_machine(library: Library) -> None:
    script = script_of(60, library)
    forget_the_bed()
    tracemalloc.start()
    render(script, SilentVoice())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MEMORY_MOST_BYTES

"""Reading the library when Karani starts: at most a second. Finding poses: at most 10 ms a question. In processor time."""

from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.library import read_library, search
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.reader import read_folder

START_MOST_S = 1.0
SEARCH_MOST_S = 0.010


@pytest.mark.benchmark(timer=process_time)
def test_the_library_is_read_within_a_second(benchmark: BenchmarkFixture) -> None:
    library = benchmark(read_folder, PACKAGED_CONTENT)
    assert library.poses
    assert median_s(benchmark) < START_MOST_S


@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize(
    "text", ["legs", "viparita karani", "vipartia karni", "hamstings", "glaucoma couch", "zzzz", "a" * 10_000]
)
def test_poses_are_found_at_once(benchmark: BenchmarkFixture, text: str) -> None:
    library = read_library()
    search(library, text)
    benchmark(search, library, text)
    assert median_s(benchmark) < SEARCH_MOST_S

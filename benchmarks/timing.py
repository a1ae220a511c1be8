"""What a benchmark is judged by."""

from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture


def median_s(benchmark: BenchmarkFixture) -> float:
    stats: Any = benchmark.stats  # pytest-benchmark gives it no type
    return float(stats.stats.median)

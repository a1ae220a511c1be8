"""What speed is promised of the body, in processor time. Run: pytest benchmarks/test_body.py"""

from statistics import median
from time import process_time

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from karani.body import Body, Person, make_body, read_model
from karani.body.muscle_geometry import muscle_geometry
from karani.body.solve_posture import solve_posture
from karani.library import Library, read_library

COLD_S = 0.300
WARM_S = 0.050
MUSCLES_S = 0.0005


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Body:
    return make_body(Person(), read_model(tmp_path_factory.mktemp("body")))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_postures_cold_and_warm(body: Body, library: Library) -> None:
    cold, warm = [], []
    for pose in library.poses.values():
        start = process_time()
        posture = solve_posture(pose, body)
        middle = process_time()
        solve_posture(pose, body, start=posture)
        cold.append(middle - start)
        warm.append(process_time() - middle)
    print(f"cold {1000 * median(cold):.0f} ms, warm {1000 * median(warm):.0f} ms (medians)")
    assert median(cold) <= COLD_S
    assert median(warm) <= WARM_S


def test_kinematics_and_all_muscle_paths(body: Body, benchmark: BenchmarkFixture) -> None:
    x = np.zeros(body.coordinates.count)
    benchmark(muscle_geometry, body, x)
    assert benchmark.stats is not None
    assert benchmark.stats["min"] <= MUSCLES_S


def test_a_persons_body_from_the_compiled_model(body: Body, benchmark: BenchmarkFixture) -> None:
    benchmark(make_body, Person(height_cm=160, mass_kg=55), body.model)

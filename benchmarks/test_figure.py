"""How long a person waits for a picture: drawn for the first time, and drawn before."""

import gzip
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.body import Body, Person, read_body
from karani.body.solve_posture import solve_posture
from karani.figure import draw, draw_kept, to_svg
from karani.library import Library, read_library

DRAWN_MOST_S = 0.250
KEPT_MOST_S = 0.005
MOST_BYTES = 15_000
POSES = sorted(read_library().poses)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def asha(tmp_path_factory: pytest.TempPathFactory) -> Body:
    return read_body(Person(height_cm=168, mass_kg=62), Path(tmp_path_factory.mktemp("body")))


@pytest.mark.parametrize("slug", POSES)
def test_a_figure_is_drawn_while_the_page_is_read(
    benchmark: BenchmarkFixture, library: Library, asha: Body, slug: str
) -> None:
    posture = solve_posture(library.pose(slug), asha)
    draw(posture, asha)
    figure = benchmark(draw, posture, asha)
    assert len(gzip.compress(to_svg(figure).encode())) <= MOST_BYTES
    assert median_s(benchmark) < DRAWN_MOST_S


def test_a_figure_drawn_before_is_there_at_once(
    benchmark: BenchmarkFixture, library: Library, asha: Body, tmp_path: Path
) -> None:
    posture = solve_posture(library.pose(POSES[0]), asha)
    draw_kept(posture, asha, tmp_path)
    assert benchmark(lambda: to_svg(draw_kept(posture, asha, tmp_path)))
    assert median_s(benchmark) < KEPT_MOST_S

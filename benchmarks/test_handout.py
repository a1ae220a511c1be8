"""A handout whose figures are drawn already: less than 150 ms of processor time."""

from pathlib import Path
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from timing import median_s

from karani.body import Person, read_body
from karani.figure.cache import keeping
from karani.figure.way import draw_way, solve_way
from karani.guide import compose
from karani.handout import describe_guide, picture_of_figure, print_handout
from karani.library import read_library

HANDOUT_MOST_S = 0.150


@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize("slug", ["viparita-karani", "salamba-sirsasana"])
def test_a_handout_is_printed_at_once(benchmark: BenchmarkFixture, tmp_path: Path, slug: str) -> None:
    library = read_library()
    pose = library.pose(slug)
    body = read_body(Person(), tmp_path / "body", lambda _: None)
    figures = draw_way(pose, body, solve_way(pose, body), keeping(tmp_path / "figures"))
    pictures = [picture_of_figure(figure) for figure in figures]
    guide = compose(pose, library)
    print_handout("guide", describe_guide(guide, pictures, library))

    made = benchmark(lambda: print_handout("guide", describe_guide(guide, pictures, library)))
    assert made.startswith(b"%PDF")
    assert median_s(benchmark) < HANDOUT_MOST_S

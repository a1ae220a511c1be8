"""The pictures of a way in and out."""

import pytest

from karani.body import Body
from karani.figure.way import draw_way, solve_way
from karani.library import Library
from karani.library.stills import list_stills
from tests.figure.svg_reading import numbers

HALF_A_LINE_PX = 1.5


@pytest.mark.parametrize("slug", ["viparita-karani", "uttanasana", "savasana"])
def test_there_are_as_many_stills_as_the_steps_name(library: Library, asha: Body, slug: str) -> None:
    pose = library.pose(slug)
    way, stills = solve_way(pose, asha), list_stills(pose)
    assert len(way.stills) == stills.count
    assert way.held == stills.held
    assert way.stills[way.held].pose == slug


def test_body_and_mat_stay_on_their_side_of_the_wall_in_every_still(library: Library, asha: Body) -> None:
    pose = library.pose("viparita-karani")
    way = solve_way(pose, asha)
    figures = draw_way(pose, asha, way)
    assert figures[way.held].title == pose.name
    for figure in figures:
        assert figure.room.wall_x is not None
        mat = next(shape for shape in figure.behind if shape.color == "k-mat")
        for shape in (mat, figure.silhouette):
            assert least_x(shape.data) >= figure.room.wall_x - HALF_A_LINE_PX


def least_x(data: str) -> float:
    return min(least_x_of(curve) for curve in data.split("M")[1:])


def least_x_of(curve: str) -> float:
    """Of one curve: where it begins, then relative steps of l or c."""
    values, size = numbers(curve), 6 if "c" in curve else 2
    x = least = values[0]
    for step in range(2, len(values) - size + 1, size):
        x += values[step + size - 2]
        least = min(least, x)
    return least

"""Curves of a plate: half the numbers, and still through the nodes."""

import re

import numpy as np
import pytest

from karani.figure.plate.spline import closed_data, open_data

NUMBER = re.compile(r"-?\d*\.?\d+")


def points_of(data: str) -> list[np.ndarray]:
    """Points along the curve as a browser reads it: every middle of a step and every end."""
    start, _, rest = data.removesuffix("z").partition("q")
    first, _, smooth = rest.partition("t")
    place = np.array([float(value) for value in NUMBER.findall(start)])
    numbers = np.array([float(value) for value in NUMBER.findall(first)])
    control, end = place + numbers[:2], place + numbers[2:]
    found = [(place + 2 * control + end) / 4, end]
    steps = np.array([float(value) for value in NUMBER.findall(smooth)]).reshape(-1, 2)
    for step in steps:
        control, place = 2 * end - control, end
        end = place + step
        found += [(place + 2 * control + end) / 4, end]
    return found


def circle(nodes: int, radius: float) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, nodes, endpoint=False)
    return 100 + radius * np.column_stack([np.cos(angle), np.sin(angle)])


def test_a_closed_curve_ends_where_it_began() -> None:
    data = closed_data(circle(200, 60))
    begin = [float(value) for value in NUMBER.findall(data)[:2]]
    assert points_of(data)[-1] == pytest.approx(begin, abs=1e-6)
    assert data.endswith("z")


def test_a_closed_curve_keeps_to_its_nodes_however_many_they_are() -> None:
    around = np.array(points_of(closed_data(circle(300, 60)))) - 100
    assert np.hypot(*around.T) == pytest.approx(60, abs=0.4)


def test_a_sharp_corner_is_not_overshot() -> None:
    corners = np.array([[0.0, 0], [100, 0], [100, 4], [0, 4]])
    points = np.array(points_of(closed_data(corners)))
    assert points.min(0).min() > -1.5
    assert (points.max(0) < [101.5, 5.5]).all()


def test_an_open_line_goes_from_its_first_node_to_its_last() -> None:
    nodes = np.array([[0.0, 0], [10, 6], [20, 0], [30, -6], [44, 2]])
    data = open_data(nodes)
    assert data.startswith("M0 0q")
    assert points_of(data)[-1] == pytest.approx(nodes[-1], abs=0.11)


def test_two_nodes_make_a_straight_line() -> None:
    assert open_data(np.array([[0.0, 0], [10, 5]])) == "M0 0l10 5"

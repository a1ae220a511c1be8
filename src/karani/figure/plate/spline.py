"""Nodes as SVG path data half as long as a figure's: quadratic B-splines, of which each step needs two numbers.

A uniform quadratic B-spline passes the middles m_i = (c_i + c_i+1) / 2 of its controls. SVG's command `t` takes as its
control the last one mirrored in the last point, 2 m_i - c_i = c_i+1: exactly the next. Controls lie on a grid of two
tenths of a pixel, so every middle is a whole number of tenths and nothing is rounded along the way.
"""

from collections.abc import Iterable

import numpy as np

from karani.figure.mesh import Floats, Ints
from karani.figure.path_data import TENTHS, joined, line_data
from karani.figure.paths import Nodes

FARTHEST_PX = 1.0
"""A control lies so much off its node at most."""
FEWEST = 3


def areas_data(curves: Iterable[Nodes]) -> str:
    return "".join(closed_data(curve) for curve in curves)


def lines_data(lines: Iterable[Nodes]) -> str:
    return "".join(open_data(line) for line in lines)


def closed_data(nodes: Nodes) -> str:
    """A closed curve through the nodes, or near them where they turn sharply."""
    controls = on_grid(nodes + np.clip(offsets(nodes), -FARTHEST_PX, FARTHEST_PX))
    middles = (controls + np.roll(controls, -1, 0)) // 2
    return f"{curve_data(middles[-1], controls[0], middles)}z"


def open_data(nodes: Nodes) -> str:
    """An open line from the first node to the last."""
    if len(nodes) < FEWEST:
        return line_data(nodes)
    points = on_grid(nodes)
    controls = points[1:-1]
    middles = np.concatenate([(controls[1:] + controls[:-1]) // 2, points[-1:]])
    return curve_data(points[0], controls[0], middles)


def curve_data(start: Ints, control: Ints, ends: Ints) -> str:
    first = np.concatenate([control - start, ends[0] - start]).tolist()
    steps = np.diff(ends, axis=0).tolist()
    return f"M{joined(start.tolist())}q{joined(first)}" + (
        f"t{joined([value for step in steps for value in step])}" if steps else ""
    )


def offsets(nodes: Nodes) -> Floats:
    """How far outside their nodes the controls of a curve through all nodes lie: (1, 6, 1) / 8 solved by repetition."""
    found = np.zeros_like(nodes)
    for _ in range(3):
        controls = nodes + found
        middle = (np.roll(controls, 1, 0) + np.roll(controls, -1, 0)) / 2
        found = (nodes - middle) / 3
    return found


def on_grid(nodes: Nodes) -> Ints:
    """In tenths of a pixel, even."""
    return np.asarray(2 * np.rint(nodes * (TENTHS / 2)).astype(np.int64))

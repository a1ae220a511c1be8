"""Nodes as SVG path data: Catmull and Rom's curve through them, relative cubics in tenths of a pixel."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from karani.figure.mesh import Floats
from karani.figure.paths import Nodes

TENTHS = 10
TWO = 2


def path_data(curves: Iterable[Nodes]) -> str:
    return "".join(curve_data(curve) for curve in curves)


def polygon_data(corners: Nodes) -> str:
    places = np.rint(corners * TENTHS).astype(int)
    steps = "".join(f"l{joined(step)}" for step in np.diff(places, axis=0).tolist())
    return f"M{joined(places[0].tolist())}{steps}z"


def curve_data(nodes: Nodes) -> str:
    """A closed curve; handles reach a third of the way to the neighbor, never past it."""
    before, after, later = np.roll(nodes, 1, 0), np.roll(nodes, -1, 0), np.roll(nodes, -2, 0)
    leaving, arriving = after - before, later - nodes
    gap = lengths(after - nodes)
    first = nodes + leaving * handle(gap, leaving)
    second = after - arriving * handle(gap, arriving)
    places = np.rint(nodes * TENTHS).astype(int)
    handles = np.rint(np.column_stack([first, second]) * TENTHS).astype(int)
    ends = np.roll(places, -1, 0)
    steps = np.column_stack([handles, ends]) - np.tile(places, 3)
    return f"M{joined(places[0].tolist())}" + "".join(f"c{joined(step)}" for step in steps.tolist()) + "z"


def handle(gap: Floats, tangent: Floats) -> Floats:
    length = lengths(tangent)
    return np.asarray((np.minimum(gap, length) / 3 / length)[:, None])


def lengths(vectors: Floats) -> Floats:
    return np.maximum(np.hypot(vectors[:, 0], vectors[:, 1]), 1e-9)


def joined(tenths: Iterable[int]) -> str:
    """Numbers as short as SVG reads them: `12.3-4 .5`."""
    return " ".join(map(short, tenths)).replace(" -", "-")


@lru_cache(maxsize=40_000)
def short(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), TENTHS)
    sign = "-" if tenths < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"


def line_data(points: Nodes) -> str:
    """An open line of straight pieces."""
    return polygon_data(points)[:-1]


def open_curve_data(nodes: Nodes) -> str:
    """An open smooth line through the nodes."""
    if len(nodes) == TWO:
        return line_data(nodes)
    padded = np.concatenate([2 * nodes[:1] - nodes[1:2], nodes, 2 * nodes[-1:] - nodes[-2:-1]])
    first = nodes[:-1] + (padded[2:-1] - padded[:-3]) / 6
    second = nodes[1:] - (padded[3:] - padded[1:-2]) / 6
    places = np.rint(nodes * TENTHS).astype(int)
    handles = np.rint(np.column_stack([first, second]) * TENTHS).astype(int)
    steps = np.column_stack([handles, places[1:]]) - np.tile(places[:-1], 3)
    return f"M{joined(places[0].tolist())}" + "".join(f"c{joined(step)}" for step in steps.tolist())

"""Lines and boxes in the plane: what crosses what, many at once. Boxes are left, top, right, bottom."""

import numpy as np

from karani.figure.mesh import Bools, Floats

FLAT = 1e-9


def crosses(a: Floats, ends: Floats, c: Floats, d: Floats) -> Bools:
    """Whether the lines from `a` to each of `ends` cross the line from `c` to `d`."""
    one = turn(a, ends, c) * turn(a, ends, d)
    other = turn(c, d, a) * turn(c, d, ends)
    return np.asarray((one <= 0) & (other <= 0))


def turn(a: Floats, b: Floats, c: Floats) -> Floats:
    ab, ac = np.atleast_2d(b - a), np.atleast_2d(c - a)
    return np.asarray(ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])


def touch(boxes: Floats, other: Floats, gap: float) -> Bools:
    """Whether each of the boxes comes nearer to the other than the gap."""
    left, top, right, bottom = other
    apart = (boxes[:, 0] > right + gap) | (boxes[:, 2] < left - gap)
    return np.asarray(~(apart | (boxes[:, 1] > bottom + gap) | (boxes[:, 3] < top - gap)))


def touches(a: Floats, ends: Floats, box: Floats) -> Bools:
    """Whether the line from `a` to each of `ends` runs through the box."""
    return inside(a, ends, np.broadcast_to(box, (len(ends), 4)))


def any_box(a: Floats, b: Floats, boxes: Floats) -> Bools:
    """Whether the line from `a` to `b` runs through each of the boxes."""
    return inside(a, np.broadcast_to(b, (len(boxes), 2)), boxes)


def inside(a: Floats, ends: Floats, boxes: Floats) -> Bools:
    """Liang and Barsky's test: a line is cut by the two sides of each axis in turn, and something is left."""
    way = ends - a
    way = np.where(np.abs(way) < FLAT, FLAT, way)
    first, last = (boxes[:, :2] - a) / way, (boxes[:, 2:] - a) / way
    enters = np.minimum(first, last).max(1)
    leaves = np.maximum(first, last).min(1)
    return np.asarray(np.maximum(enters, 0) < np.minimum(leaves, 1))

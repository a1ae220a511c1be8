"""Outlines as smooth closed curves: contour of a mask, thinned to nodes, drawn as cubics through them."""

import contourpy
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from karani.figure.mesh import Bools, Floats

Nodes = Floats
"""(nodes, 2) of one closed curve, in pixels."""
MARGIN = 6
FEWEST = 3


def outlines(
    field: NDArray[np.float32], *, level: float = 0.5, smooth: float, tolerance: float, least_area: float
) -> tuple[Nodes, ...]:
    """Closed curves where the field (height, width) crosses the level, largest first."""
    padded = np.pad(field, 1, constant_values=-1.0)
    generator = contourpy.contour_generator(z=padded, line_type=contourpy.LineType.Separate)
    lines = [np.asarray(line) - 1 for line in generator.lines(level)]
    curves = [line[:-1] for line in lines if np.array_equal(line[0], line[-1])]
    kept = sorted(((abs(area(curve)), number) for number, curve in enumerate(curves)), reverse=True)
    thin = [
        thinned(smooth_closed(curves[number], smooth), tolerance)
        for size, number in kept
        if size >= least_area
    ]
    return tuple(nodes for nodes in thin if len(nodes) >= FEWEST)


def mask_outlines(
    mask: Bools, *, blur: float, smooth: float, tolerance: float, least_area: float
) -> tuple[Nodes, ...]:
    """Outlines of a mask, its pixels' steps blurred away."""
    if not mask.any():
        return ()
    rows, columns = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    top, left = rows[0] - MARGIN, columns[0] - MARGIN
    cut = np.pad(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], MARGIN)
    field = gaussian_filter(cut.astype(np.float32), blur, truncate=3)
    found = outlines(field, smooth=smooth, tolerance=tolerance, least_area=least_area)
    return tuple(nodes + np.array([left, top]) for nodes in found)


def area(curve: Nodes) -> float:
    x, y = curve.T
    return float(0.5 * (x @ np.roll(y, -1) - y @ np.roll(x, -1)))


def smooth_closed(curve: Nodes, sigma: float) -> Nodes:
    if sigma <= 0:
        return curve
    return np.asarray(gaussian_filter1d(curve, sigma, axis=0, mode="wrap"))


def smooth_open(curve: Nodes, sigma: float) -> Nodes:
    return np.asarray(gaussian_filter1d(curve, sigma, axis=0, mode="nearest"))


def thinned(curve: Nodes, tolerance: float) -> Nodes:
    """Douglas and Peucker's nodes of a closed curve, cut at its two most distant points."""
    start = int(np.linalg.norm(curve - curve.mean(0), axis=1).argmax())
    curve = np.roll(curve, -start, axis=0)
    half = int(np.linalg.norm(curve - curve[0], axis=1).argmax())
    if half == 0:
        return curve[:1]
    kept = np.zeros(len(curve) + 1, dtype=bool)
    kept[[0, half, len(curve)]] = True
    ring = np.concatenate([curve, curve[:1]])
    split(ring, [(0, half), (half, len(curve))], kept, tolerance)
    return ring[:-1][kept[:-1]]


def thinned_open(line: Nodes, tolerance: float) -> Nodes:
    """Douglas and Peucker's nodes of an open line."""
    kept = np.zeros(len(line), dtype=bool)
    kept[[0, -1]] = True
    split(line, [(0, len(line) - 1)], kept, tolerance)
    return line[kept]


def split(curve: Nodes, pieces: list[tuple[int, int]], kept: Bools, tolerance: float) -> None:
    while pieces:
        first, last = pieces.pop()
        if last - first < 2:  # noqa: PLR2004 - nothing lies between
            continue
        gaps = distances(curve[first + 1 : last], curve[first], curve[last])
        worst = int(gaps.argmax())
        if gaps[worst] > tolerance:
            middle = first + 1 + worst
            kept[middle] = True
            pieces += [(first, middle), (middle, last)]


def distances(points: Nodes, start: Nodes, end: Nodes) -> Floats:
    """From the line through start and end; from start when both are one."""
    line = end - start
    length = float(np.hypot(*line))
    offsets = points - start
    if length < 1e-9:  # noqa: PLR2004 - a closed piece
        return np.asarray(np.hypot(offsets[:, 0], offsets[:, 1]))
    return np.asarray(np.abs(offsets[:, 0] * line[1] - offsets[:, 1] * line[0]) / length)

"""Fine lines along the fibers, where their muscle is seen."""

import numpy as np

from karani.figure.mesh import Bools, Floats, Ints
from karani.figure.paths import Nodes, thinned_open
from karani.figure.plate.muscle_map import MuscleMap
from karani.figure.plate.visible import Visible
from karani.figure.sheet import Sheet

FEWEST = 4
SHORTEST_PX = 14.0
FINE = 4
BEHIND_M = 0.02


def fiber_lines(sheet: Sheet, muscles: MuscleMap, visible: Visible) -> tuple[tuple[int, Nodes], ...]:
    """Muscle number and open line (nodes, 2) of each stretch that is seen."""
    used, places = np.unique(muscles.fibers, return_inverse=True)
    surface = on_surface_at(sheet.skin.triangles, sheet.points, used)
    lines = sheet.view(surface)[places.reshape(muscles.fibers.shape)]  # (fibers, samples, 3)
    lines = smoothed(finer(lines))
    numbers = muscles.fiber_muscle
    found = []
    for number, line, shown in zip(numbers, lines, seen(sheet, visible, lines, numbers), strict=True):
        for run in runs(shown):
            piece = line[run, :2]
            if len(run) >= FEWEST and length(piece) > SHORTEST_PX:
                found.append((int(number), thinned_open(piece, 0.9)))
    return tuple(found)


def on_surface_at(triangles: Ints, points: Floats, numbers: Ints) -> Floats:
    """The places `on_surface` would number so."""
    kind, triangle = np.divmod(numbers, len(triangles))
    corners = points[triangles[triangle]]
    kinds = [corners[:, 0], corners.mean(1)]
    kinds += [(corners[:, edge] + corners[:, edge - 1]) / 2 for edge in range(3)]
    return np.asarray(np.stack(kinds, 1)[np.arange(len(numbers)), kind])


def finer(lines: Floats) -> Floats:
    """More points on each line."""
    samples = lines.shape[1]
    steps = np.linspace(0, samples - 1, (samples - 1) * FINE // 2 + 1)
    low = np.minimum(steps.astype(int), samples - 2)
    share = (steps - low)[None, :, None]
    return np.asarray(lines[:, low] * (1 - share) + lines[:, low + 1] * share)


def smoothed(lines: Floats) -> Floats:
    for _ in range(6):
        lines[:, 1:-1] = (lines[:, :-2] + 2 * lines[:, 1:-1] + lines[:, 2:]) / 4
    return lines


def seen(sheet: Sheet, visible: Visible, lines: Floats, numbers: Ints) -> Bools:
    """Whether a pixel shows the line's own muscle, and not the same one behind."""
    limits = np.array(sheet.body.shape[::-1]) - 1
    pixels = np.rint(lines[..., :2]).astype(int)
    inside = ((pixels >= 0) & (pixels <= limits)).all(-1)
    column, row = np.moveaxis(np.clip(pixels, 0, limits), -1, 0)
    own = visible.muscle[row, column] == numbers[:, None]
    return np.asarray(inside & own & (np.abs(sheet.depth[row, column] - lines[..., 2]) < BEHIND_M))


def runs(flags: Bools) -> list[Ints]:
    index = np.flatnonzero(flags)
    return np.split(index, np.flatnonzero(np.diff(index) > 1) + 1) if len(index) else []


def length(line: Floats) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())

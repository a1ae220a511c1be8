"""Ink inside the silhouette: where one part lies before another, as tapering strokes, finer in the distance."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from karani.figure.bake.parts import Detail, Part
from karani.figure.cracks import Chain, follow
from karani.figure.mesh import Bools, Floats
from karani.figure.paths import Nodes, smooth_open
from karani.figure.sheet import Image, Sheet

Number = TypeVar("Number", bound=np.generic)

DETAIL_JUMP_M = {
    Detail.BODY: 0.016,
    Detail.HEAD: 0.008,
    Detail.EAR: 0.0035,
    Detail.EYE: 0.05,
    Detail.FINGERS: 0.005,
    Detail.TOES: 0.012,
}
"""How deep a step within one part must be to get a line."""
EAR_EDGE_JUMP_M = 0.012
PARTS_JUMP_M = 0.006
HIP_JUMP_M = 0.030
"""Between trunk and leg a shallower step would draw a ring round the hip."""
FAINT = 0.6
"""A line goes on over steps of this share of the depth that begins one."""
SMOOTH_PX = 3.0
SHORTEST_PX, SHORTEST_FINE_PX = 17.0, 11.0
SHORT_PX = 45.0
JOIN_PX = 7.0
JOIN_COS = 0.5
WIDE_PX, NARROW_PX, FINE_PX = 2.5, 1.8, 1.3
FINE = (Detail.FINGERS, Detail.TOES)
FAR_SHARE = 0.62
NODE_EVERY_PX = 11.0
TAPER = 0.25


def ink_strokes(sheet: Sheet) -> tuple[Nodes, ...]:
    """Closed outlines of all strokes, (nodes, 2) each."""
    lines = [smooth_open(line, SMOOTH_PX) for line in joined(find_lines(sheet))]
    nearness = nearness_of(sheet)
    return tuple(
        stroke(line, width_of(line, sheet) * nearness(line))
        for line in lines
        if length(line) > (SHORTEST_FINE_PX if is_fine(line, sheet) else SHORTEST_PX)
    )


def is_fine(line: Chain, sheet: Sheet) -> bool:
    """Whether most of the line runs over fingers or toes."""
    return share_on(line, sheet, FINE) > 0.5  # noqa: PLR2004 - most of it


def share_on(line: Chain, sheet: Sheet, details: tuple[Detail, ...]) -> float:
    column, row = np.clip(line.astype(int), 0, np.array(sheet.body.shape[::-1]) - 1).T
    return float(np.isin(sheet.detail[row, column], details).mean())


def width_of(line: Chain, sheet: Sheet) -> float:
    if share_on(line, sheet, (*FINE, Detail.HEAD, Detail.EAR)) > 0.5:  # noqa: PLR2004 - most of it
        return FINE_PX
    return WIDE_PX if length(line) > SHORT_PX else NARROW_PX


def find_lines(sheet: Sheet) -> list[Chain]:
    across, down = jump_shares(sheet, axis=1), jump_shares(sheet, axis=0)
    faint = follow(crests(across, 1) & (across > FAINT), crests(down, 0) & (down > FAINT))
    return [line for line in faint if begins(line, across, down)]


def crests(jumps: Image, axis: int) -> Bools:
    """Where a steep slope steps deep at several pixels in a row, only its deepest step is a line."""
    before, after = (np.roll(jumps, way, axis) for way in (1, -1))
    return np.asarray((jumps >= before) & (jumps > after))


def jump_shares(sheet: Sheet, axis: int) -> Image:
    """Depth steps between neighbors as shares of the step that begins a line; 0 at the silhouette."""
    first, second = neighbors(sheet.depth, axis)
    inside = np.logical_and(*neighbors(sheet.body, axis))
    return np.where(inside, np.abs(first - second) / thresholds(sheet, axis), 0).astype(np.float32)


def neighbors(image: NDArray[Number], axis: int) -> tuple[NDArray[Number], NDArray[Number]]:
    return (image[:, :-1], image[:, 1:]) if axis else (image[:-1], image[1:])


def thresholds(sheet: Sheet, axis: int) -> Floats:
    part, other = neighbors(sheet.part, axis)
    table = np.array([DETAIL_JUMP_M[detail] for detail in Detail])
    within = np.minimum(*(table[detail] for detail in neighbors(sheet.detail, axis)))
    eye = np.logical_or(*(detail == Detail.EYE for detail in neighbors(sheet.detail, axis)))
    within = np.where(eye, DETAIL_JUMP_M[Detail.EYE], within)
    ear_edge = np.logical_xor(*(detail == Detail.EAR for detail in neighbors(sheet.detail, axis)))
    within = np.where(ear_edge, EAR_EDGE_JUMP_M, within)
    within = np.where(np.logical_xor(*neighbors(sheet.hair, axis)), DETAIL_JUMP_M[Detail.EYE], within)
    hip = ((part == Part.TRUNK) & (other >= Part.LEFT_LEG)) | (
        (other == Part.TRUNK) & (part >= Part.LEFT_LEG)
    )
    return np.where(part == other, within, np.where(hip, HIP_JUMP_M, PARTS_JUMP_M))


def begins(line: Chain, across: Image, down: Image) -> bool:
    """Whether a part of the line is as deep as a line must be."""
    middle = (line[:-1] + line[1:]) / 2
    row, column = middle[:, 1], middle[:, 0]
    upright = column % 1 != 0
    deep = across[row[upright].astype(int), np.floor(column[upright]).astype(int)]
    level = down[np.floor(row[~upright]).astype(int), column[~upright].astype(int)]
    strong = np.concatenate([deep, level])
    return bool((strong > 1).mean() > 0.5) if len(strong) else False  # noqa: PLR2004 - most of it


def joined(lines: list[Chain]) -> list[Chain]:
    """Lines whose ends meet and go straight on become one."""
    lines = [line for line in lines if len(line) > 2]  # noqa: PLR2004 - a speck
    if len(lines) < 2:  # noqa: PLR2004 - nothing to join
        return lines
    mates = find_mates(lines)
    used: set[int] = set()
    open_ends = [end for end in range(2 * len(lines)) if end not in mates]
    chains = [chain_from(end, lines, mates, used) for end in [*open_ends, *range(0, 2 * len(lines), 2)]]
    return [np.concatenate(chain) for chain in chains if chain]


def find_mates(lines: list[Chain]) -> dict[int, int]:
    """End 2 k is the first point of line k, 2 k + 1 its last; best matches first."""
    ends = np.array([point for line in lines for point in (line[0], line[-1])])
    outward = np.array([direction for line in lines for direction in (leaving(line), leaving(line[::-1]))])
    pairs = cKDTree(ends).query_pairs(JOIN_PX, output_type="ndarray")
    straight = -(outward[pairs[:, 0]] * outward[pairs[:, 1]]).sum(1)
    mates: dict[int, int] = {}
    for one, other in pairs[np.argsort(-straight)][np.sort(-straight) < -JOIN_COS].tolist():
        if one // 2 != other // 2 and one not in mates and other not in mates:
            mates[one], mates[other] = other, one
    return mates


def leaving(line: Chain) -> Floats:
    """The direction in which a line leaves its first point outward."""
    reach = line[0] - line[min(10, len(line) - 1)]
    return np.asarray(reach / (np.hypot(*reach) + 1e-9))


def chain_from(end: int, lines: list[Chain], mates: dict[int, int], used: set[int]) -> list[Chain]:
    chain = []
    while end // 2 not in used:
        number = end // 2
        used.add(number)
        chain.append(lines[number] if end % 2 == 0 else lines[number][::-1])
        if (end ^ 1) not in mates:
            break
        end = mates[end ^ 1]
    return chain


def length(line: Chain) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


class Nearness:
    """How wide a stroke is by its distance: 1 near, less far."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.far, self.near = np.percentile(sheet.depth[sheet.body], [8, 85])

    def __call__(self, line: Chain) -> float:
        column, row = np.clip(np.rint(line).astype(int), 0, np.array(self.sheet.body.shape[::-1]) - 1).T
        inside = self.sheet.body[row, column]
        depths = self.sheet.depth[row, column][inside]
        depth = np.median(depths) if len(depths) else self.near
        share = np.clip((depth - self.far) / max(self.near - self.far, 0.05), 0, 1)
        return float(FAR_SHARE + (1 - FAR_SHARE) * share)


def nearness_of(sheet: Sheet) -> Nearness:
    return Nearness(sheet)


def stroke(line: Chain, width: float, taper: float = TAPER) -> Nodes:
    """An open line as a filled shape that is thin at both ends."""
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    count = max(4, int(along[-1] / NODE_EVERY_PX))
    steps = np.linspace(0, along[-1], count)
    center = np.column_stack([np.interp(steps, along, line[:, axis]) for axis in (0, 1)])
    forward = np.gradient(center, axis=0)
    forward /= np.maximum(np.hypot(*forward.T), 1e-9)[:, None]
    share = np.linspace(0, 1, count)
    swell = np.clip(np.minimum(share, 1 - share) / taper + 0.12, 0, 1) ** 0.7
    side = np.column_stack([-forward[:, 1], forward[:, 0]]) * (width / 2 * swell)[:, None]
    return np.concatenate([center + side, (center - side)[::-1]])

"""From a posture to a plate: the figure's own view and silhouette, with skeleton and muscles inside."""

from pathlib import Path

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter
from shapely import MultiPoint, contains_xy

from karani.body import Body, muscle_paths
from karani.body.posture import Posture
from karani.figure.bake.parts import Part
from karani.figure.bind import bind_frames
from karani.figure.draw import USUAL, Scene
from karani.figure.ink import ink_strokes
from karani.figure.mesh import Bools, Floats
from karani.figure.options import Options
from karani.figure.paths import Nodes, mask_outlines
from karani.figure.plate.atlas import DrawnMuscle, read_atlas
from karani.figure.plate.bones import placed_bones, read_bones
from karani.figure.plate.fibers import fiber_lines
from karani.figure.plate.ghosts import leaves
from karani.figure.plate.lines import lines_of
from karani.figure.plate.muscle_map import MuscleMap, read_map
from karani.figure.plate.plate import Patch, Plate
from karani.figure.plate.skeleton import Skeleton, find_skeleton
from karani.figure.plate.spline import areas_data, lines_data
from karani.figure.plate.stage import set_stage
from karani.figure.plate.visible import NONE, Visible, find_visible
from karani.figure.regions import LIGHT
from karani.figure.shape import Shape
from karani.figure.sheet import Image, Sheet
from karani.figure.words import describe

SIDES = ("right", "left")
LEAST_AREA_PX = 40
FAR_M = 0.04
"""A limb so much behind its twin is veiled."""
ROUND_PX = 9.0
"""How far in from its edge a belly is round."""
BULGE = 1.1
DARK_BELOW, LIGHT_ABOVE = 0.12, 0.9
CELL_PX = 8


def draw_plate(posture: Posture, body: Body, folder: Path, options: Options = USUAL) -> Plate:
    """`folder` keeps the compiled body, and the bones and the map of muscles that are made at first use."""
    stage = set_stage(posture, body, options)
    scene, sheet, corner = stage.scene, stage.sheet, stage.corner
    muscles = read_map(body.person.sex, folder)
    visible = find_visible(sheet, muscles)
    skeleton = find_skeleton(sheet, placed_bones(read_bones(folder), body, posture.frames))
    outline = mask_outlines(sheet.body, blur=1.1, smooth=1.6, tolerance=0.4, least_area=60)
    return Plate(
        width=scene.view.width,
        height=scene.view.height,
        title=options.title or posture.pose,
        description=describe(posture),
        room=stage.room,
        behind=stage.behind,
        silhouette=area_shape("k-flesh", outline, corner),
        clipped=bone_shapes(skeleton, corner),
        pixels_per_m=options.pixels_per_m,
        muscles=(
            *patches(visible, muscles, corner),
            *deep_patches(posture, body, sheet=sheet, corner=corner),
        ),
        over=over_shapes(sheet, muscles, visible, corner),
        lines=(area_shape("k-inner", ink_strokes(sheet), corner),),
        taken=taken_cells(scene, sheet, corner),
    )


def area_shape(color: str, curves: tuple[Nodes, ...], corner: Floats, kind: str = "") -> Shape:
    return Shape(color, areas_data(nodes + corner for nodes in curves), kind=kind)


def line_shape(color: str, lines: list[Nodes] | tuple[Nodes, ...], corner: Floats) -> Shape:
    return Shape(color, lines_data(nodes + corner for nodes in lines))


def bone_shapes(skeleton: Skeleton, corner: Floats) -> tuple[Shape, ...]:
    return (
        area_shape("k-bone", skeleton.bones, corner),
        area_shape("k-bone-shade", skeleton.shade, corner),
        line_shape("k-bone-line", skeleton.lines, corner),
    )


def patches(visible: Visible, muscles: MuscleMap, corner: Floats) -> list[Patch]:
    """What is seen of each muscle, each side apart."""
    count = len(muscles.muscles)
    found = []
    for number in np.unique(visible.muscle[visible.muscle != NONE]).tolist():
        mask = visible.muscle == number
        curves = mask_outlines(mask, blur=0.9, smooth=1.3, tolerance=0.5, least_area=LEAST_AREA_PX)
        if curves:
            muscle = muscles.muscles[number % count]
            x, y = innermost(mask) + corner
            data = areas_data(nodes + corner for nodes in curves)
            side = SIDES[number // count]
            found.append(Patch(muscle.slug, muscle.group, side, data, float(x), float(y), float(mask.sum())))
    return found


def innermost(mask: Bools) -> Floats:
    """The pixel farthest from the edge."""
    rows, columns = (np.flatnonzero(mask.any(axis)) for axis in (1, 0))
    cut = np.pad(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1)
    inside = distance_transform_edt(cut)
    row, column = np.unravel_index(int(inside.argmax()), cut.shape)
    return np.array([column + columns[0] - 1.0, row + rows[0] - 1.0])


def deep_patches(posture: Posture, body: Body, sheet: Sheet, corner: Floats) -> list[Patch]:
    paths, bind = muscle_paths(body, posture.coordinates), bind_frames(body)
    return [
        deep_patch(muscle, side, lines_of(muscle, side, paths, bind), sheet, corner)
        for muscle in read_atlas()
        if muscle.deep
        for side in SIDES
    ]


def deep_patch(muscle: DrawnMuscle, side: str, lines: list[Floats], sheet: Sheet, corner: Floats) -> Patch:
    curves = leaves(muscle, lines, sheet.view)
    x, y = np.concatenate(curves).mean(0) + corner
    near = float(sheet.view(np.concatenate(lines))[:, 2].mean())
    data = areas_data(nodes + corner for nodes in curves)
    return Patch(muscle.slug, muscle.group, side, data, float(x), float(y), 0.0, deep=True, near_m=near)


def over_shapes(sheet: Sheet, muscles: MuscleMap, visible: Visible, corner: Floats) -> tuple[Shape, ...]:
    """Fibers, roundness, and the veil over far limbs."""
    veiled = area_shape("k-veil", veil(sheet), corner)
    fibers = [line for _, line in fiber_lines(sheet, muscles, visible)]
    return (line_shape("k-fiber", fibers, corner), *roundness(sheet, visible, corner), veiled)


def roundness(sheet: Sheet, visible: Visible, corner: Floats) -> tuple[Shape, Shape]:
    lit, flesh = bulged_light(sheet, visible), visible.muscle != NONE
    dark, light = (
        mask_outlines(flesh & seen, blur=1.4, smooth=1.6, tolerance=0.8, least_area=60)
        for seen in (lit < DARK_BELOW, lit > LIGHT_ABOVE)
    )
    return area_shape("k-dark", dark, corner), area_shape("k-light", light, corner)


def bulged_light(sheet: Sheet, visible: Visible) -> Image:
    """Light on the skin as if every muscle were a belly of its own."""
    normals = sheet.normals()
    right, up, near = (sheet.image(normals[:, axis]) for axis in range(3))
    edge = np.zeros(sheet.body.shape, dtype=bool)
    edge[:, 1:] |= visible.muscle[:, 1:] != visible.muscle[:, :-1]
    edge[1:] |= visible.muscle[1:] != visible.muscle[:-1]
    inside = np.minimum(distance_transform_edt(~edge), ROUND_PX)
    height = gaussian_filter(np.sqrt(2 * ROUND_PX * inside - inside**2), 1.2)
    down, along = np.gradient(height)
    right, up = right - BULGE * along, up + BULGE * down
    size = np.sqrt(right**2 + up**2 + near**2) + 1e-6
    light = LIGHT / np.linalg.norm(LIGHT)
    return np.asarray((right * light[0] + up * light[1] + near * light[2]) / size, dtype=np.float32)


def veil(sheet: Sheet) -> tuple[Nodes, ...]:
    """The limbs that lie behind their twins."""
    far = np.zeros(sheet.body.shape, dtype=bool)
    for one, other in ((Part.LEFT_LEG, Part.RIGHT_LEG), (Part.LEFT_ARM, Part.RIGHT_ARM)):
        masks = [sheet.part == part for part in (one, other)]
        if not all(mask.any() for mask in masks):
            continue
        depths = [
            float(np.median(sheet.points[sheet.skin.part == part] @ sheet.view.axes[2]))
            for part in (one, other)
        ]
        if abs(depths[0] - depths[1]) > FAR_M:
            far |= masks[int(np.argmin(depths))]
    return mask_outlines(far, blur=0.9, smooth=1.3, tolerance=0.5, least_area=LEAST_AREA_PX)


def taken_cells(scene: Scene, sheet: Sheet, corner: Floats) -> tuple[str, ...]:
    """Where no label may stand."""
    rows, columns = (-(-size // CELL_PX) for size in (scene.view.height, scene.view.width))
    taken = np.zeros((rows, columns), dtype=bool)
    row, column = np.nonzero(sheet.owner >= 0)
    row, column = (row + int(corner[1])) // CELL_PX, (column + int(corner[0])) // CELL_PX
    inside = (row < rows) & (column < columns)
    taken[row[inside], column[inside]] = True
    for prop in scene.props:
        mark_around(taken, scene.view(prop.solid.points)[:, :2] / CELL_PX)
    return tuple("".join("1" if cell else "0" for cell in line) for line in taken)


def mark_around(taken: Bools, points: Floats) -> None:
    """Cells under the outline of these points; what a prop hides or shows beyond the body's part of the sheet."""
    hull = MultiPoint(points).convex_hull
    low, high = np.floor(points.min(0)).astype(int), np.ceil(points.max(0)).astype(int)
    column, row = (index.ravel() for index in np.mgrid[low[0] : high[0], low[1] : high[1]])
    height, width = taken.shape
    inside = (row >= 0) & (column >= 0) & (row < height) & (column < width)
    inside &= contains_xy(hull, column + 0.5, row + 0.5)
    taken[row[inside], column[inside]] = True

"""The skeleton as pale shapes: its outline, what turns from the light, and a line where one bone lies before another."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from karani.figure.cracks import follow
from karani.figure.depth import Buffer, front_faces, rasterize
from karani.figure.mesh import Bools, Floats, Solid, vertex_normals
from karani.figure.paths import Nodes, mask_outlines, smooth_open, thinned_open
from karani.figure.regions import LIGHT
from karani.figure.sheet import Image, Sheet

BEHIND_SKIN_M = 0.30
"""What lies deeper under the skin that is seen belongs to another limb."""
STEP_M = 0.011
SHADED_BELOW = 0.24
SHORTEST_PX = 9.0


@dataclass(frozen=True)
class Skeleton:
    bones: tuple[Nodes, ...]
    shade: tuple[Nodes, ...]
    lines: tuple[Nodes, ...]  # open


def find_skeleton(sheet: Sheet, solid: Solid) -> Skeleton:
    buffer = bones_buffer(sheet, solid)
    bone = bone_pixels(sheet, buffer)
    shaded = bone & (lighting(sheet, solid, buffer, bone) < SHADED_BELOW)
    return Skeleton(
        bones=bone_outlines(bone),
        shade=mask_outlines(shaded, blur=1.1, smooth=1.4, tolerance=0.8, least_area=70),
        lines=steps(bone, buffer.depth),
    )


def bones_seen(sheet: Sheet, solid: Solid) -> tuple[Nodes, ...]:
    """The outlines alone."""
    return bone_outlines(bone_pixels(sheet, bones_buffer(sheet, solid)))


def bone_pixels(sheet: Sheet, buffer: Buffer) -> Bools:
    return np.asarray((buffer.triangle >= 0) & sheet.body & (sheet.depth - buffer.depth < BEHIND_SKIN_M))


def bone_outlines(bone: Bools) -> tuple[Nodes, ...]:
    return mask_outlines(bone, blur=0.8, smooth=1.0, tolerance=0.5, least_area=26)


def bones_buffer(sheet: Sheet, solid: Solid) -> Buffer:
    """Triangle numbers are those of the solid."""
    corners = sheet.view(solid.points)[solid.triangles]
    shown = np.flatnonzero(front_faces(corners))
    buffer = rasterize(corners[shown], sheet.view.width, sheet.view.height)
    triangle = np.where(buffer.triangle >= 0, shown[buffer.triangle], -1)
    return Buffer(triangle, buffer.shares, buffer.depth)


def lighting(sheet: Sheet, solid: Solid, buffer: Buffer, bone: Bools) -> Image:
    facing = vertex_normals(solid.points, solid.triangles) @ sheet.view.axes.T
    lit = facing @ (LIGHT / np.linalg.norm(LIGHT))
    image = np.ones(bone.shape, dtype=np.float32)
    image[bone] = lit[solid.triangles[buffer.triangle[bone]]].mean(1)
    return np.asarray(gaussian_filter(image, 0.8, truncate=3))


def steps(bone: Bools, depth: Image) -> tuple[Nodes, ...]:
    """Where the depth jumps within the bones."""
    filled = np.where(bone, depth, 0.0)
    upright = bone[:, 1:] & bone[:, :-1] & (np.abs(np.diff(filled, axis=1)) > STEP_M)
    level = bone[1:] & bone[:-1] & (np.abs(np.diff(filled, axis=0)) > STEP_M)
    lines = [smooth_open(line, 1.6) for line in follow(upright, level)]
    return tuple(thinned_open(line, 0.6) for line in lines if length(line) > SHORTEST_PX)


def length(line: Floats) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())

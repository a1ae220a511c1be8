"""Areas of one color: the silhouette, clothes and hair, shade."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from karani.figure.bake.parts import Part
from karani.figure.mesh import Bools, Floats
from karani.figure.paths import Nodes, mask_outlines, outlines
from karani.figure.sheet import Image, Sheet

LIGHT = np.array([-0.5, 0.78, 0.42])
"""From upper left and a little in front: right, up, toward the viewer."""
SOFTNESS_M = 0.011
HOLLOW_M, HOLLOW_WIDTH_M = 0.06, 0.022
SHADE_BELOW, HEAD_SHADE_BELOW, DEEP_SHADE_BELOW = 0.10, -0.02, -0.42
SHINE_ABOVE = 0.90
SPILL = 1e-3
"""Blurred share of the body below which nothing is known; areas reach so far over the silhouette, which clips them."""


@dataclass(frozen=True)
class Regions:
    silhouette: tuple[Nodes, ...]
    leggings: tuple[Nodes, ...]
    top: tuple[Nodes, ...]
    hair: tuple[Nodes, ...]
    shine: tuple[Nodes, ...]
    shade: tuple[Nodes, ...]
    deep_shade: tuple[Nodes, ...]


def find_regions(sheet: Sheet) -> Regions:
    skin, body = sheet.skin, sheet.body
    hair = sheet.hair
    top = (sheet.image(skin.top, -1.0) > 0) & ~hair
    leggings = (sheet.image(skin.leggings, -1.0) > 0) & ~hair & ~top
    lit = lighting(sheet)
    head = sheet.part == Part.HEAD
    shade = (lit < np.where(head, HEAD_SHADE_BELOW, SHADE_BELOW)) | (hollows(sheet) & ~head)
    return Regions(
        silhouette=mask_outlines(body, blur=1.1, smooth=1.6, tolerance=0.4, least_area=60),
        leggings=area(leggings, body, 0.9, 1.2, 40),
        top=area(top, body, 0.9, 1.2, 40),
        hair=area(hair, body, 0.9, 1.2, 40),
        shine=area((lit > SHINE_ABOVE) & hair, body, 2.4, 2.2, 260),
        shade=area(shade & body, body, 2.2, 2.2, 420),
        deep_shade=area((lit < DEEP_SHADE_BELOW) & body, body, 2.2, 2.2, 420),
    )


def area(mask: Bools, body: Bools, blur: float, smooth: float, least_area: float) -> tuple[Nodes, ...]:
    """Outline of a part of the body, spilling over the silhouette instead of stopping short of it."""
    if not mask.any():
        return ()
    return outlines(spread(mask, body, blur), smooth=smooth, tolerance=0.55, least_area=least_area)


def spread(values: Bools | Image, body: Bools, blur: float) -> Image:
    """Blurred within the body only: the mean over what is known, 0 where nothing is."""
    known = blurred(body.astype(np.float32), blur)
    summed = blurred(np.where(body, values, 0).astype(np.float32), blur)
    return np.where(known > SPILL, summed / np.maximum(known, SPILL), 0).astype(np.float32)


def blurred(image: Image, blur: float) -> Image:
    return np.asarray(gaussian_filter(image, blur, truncate=3, mode="constant"))


def lighting(sheet: Sheet) -> Image:
    """How much each pixel faces the light, softened as cloth and skin soften it; at half the resolution."""
    facing = sheet.image(sheet.normals() @ (LIGHT / np.linalg.norm(LIGHT)))
    return softened(facing, sheet.body, SOFTNESS_M * sheet.view.scale, 2)


def hollows(sheet: Sheet) -> Bools:
    """What lies deep beside something near."""
    near = softened(sheet.depth, sheet.body, HOLLOW_WIDTH_M * sheet.view.scale, 3)
    return near - sheet.depth > HOLLOW_M


def softened(values: Image, body: Bools, blur: float, step: int) -> Image:
    small = spread(values[::step, ::step], body[::step, ::step], blur / step)
    grown = zoom(small, step, order=1, grid_mode=True, mode="nearest")
    return np.asarray(grown[: body.shape[0], : body.shape[1]])


def breathing_shift(sheet: Sheet, breathing: Floats) -> Image:
    """How far [px] each place moves when breathing in, (height, width, 2), also just beside the body."""
    moved = sheet.view(breathing)[:, :2] - sheet.view(sheet.points)[:, :2]
    return np.stack([spread(sheet.image(moved[:, axis]), sheet.body, 2.5) for axis in (0, 1)], axis=-1)

"""A plate for while a finger moves: fewer pixels, a thinner skeleton, no fibers, and what looks alike in one piece.

It is painted in the same colors and on a sheet as large as the whole plate's, which follows when the finger rests.
"""

from pathlib import Path

import numpy as np

from karani.body import Body
from karani.body.posture import Posture
from karani.figure.ink import ink_strokes
from karani.figure.mesh import Floats
from karani.figure.options import Options
from karani.figure.paths import mask_outlines
from karani.figure.plate.bones import few_bones, placed_bones
from karani.figure.plate.draw import SIDES, area_shape, veil
from karani.figure.plate.muscle_map import MuscleMap, read_map
from karani.figure.plate.plate import Patch, Plate
from karani.figure.plate.shade import STRONG, Shades, shade_of
from karani.figure.plate.skeleton import bones_seen
from karani.figure.plate.spline import areas_data
from karani.figure.plate.stage import set_stage
from karani.figure.plate.visible import NONE, Visible, find_visible
from karani.figure.words import describe

PIXELS_A_METER = 180
LEAST_AREA_PX = 16


def draw_coarse(posture: Posture, body: Body, folder: Path, shades: Shades, options: Options) -> Plate:
    """Its patches hold for these shades only; `folder` as in `draw_plate`, `options.pixels_per_m` is not looked at."""
    stage = set_stage(posture, body, Options(options.title, options.camera, PIXELS_A_METER))
    sheet, corner, view = stage.sheet, stage.corner, stage.scene.view
    muscles = read_map(body.person.sex, folder)
    skeleton = placed_bones(few_bones(folder), body, posture.frames)
    outline = mask_outlines(sheet.body, blur=0.9, smooth=1.2, tolerance=0.4, least_area=30)
    return Plate(
        width=view.width,
        height=view.height,
        title=options.title or posture.pose,
        description=describe(posture),
        room=stage.room,
        behind=stage.behind,
        silhouette=area_shape("k-flesh", outline, corner),
        clipped=(area_shape("k-bone", bones_seen(sheet, skeleton), corner),),
        pixels_per_m=PIXELS_A_METER,
        muscles=merged(find_visible(sheet, muscles), muscles, shades, corner),
        over=(area_shape("k-veil", veil(sheet), corner),),
        lines=(area_shape("k-inner", ink_strokes(sheet), corner),),
        taken=(),
    )


def merged(visible: Visible, muscles: MuscleMap, shades: Shades, corner: Floats) -> tuple[Patch, ...]:
    """One patch of each group that stretches or works, and one of all that share another state."""
    kinds: dict[tuple[str, ...], list[int]] = {}
    for number in np.unique(visible.muscle[visible.muscle != NONE]).tolist():
        group, side = named(number, muscles)
        shade = shade_of(shades, group, side)
        kinds.setdefault((group, side) if shade.state in STRONG else (shade.color,), []).append(number)
    found = (patch_of(visible, numbers, muscles, corner) for numbers in kinds.values())
    return tuple(patch for patch in found if patch.data)


def named(number: int, muscles: MuscleMap) -> tuple[str, str]:
    """Group and side of what is so numbered on the sheet."""
    count = len(muscles.muscles)
    return muscles.muscles[number % count].group, SIDES[number // count]


def patch_of(visible: Visible, numbers: list[int], muscles: MuscleMap, corner: Floats) -> Patch:
    mask = np.isin(visible.muscle, numbers)
    curves = mask_outlines(mask, blur=0.8, smooth=1.0, tolerance=0.5, least_area=LEAST_AREA_PX)
    group, side = named(numbers[0], muscles)
    data = areas_data(nodes + corner for nodes in curves)
    return Patch(muscles.muscles[numbers[0] % len(muscles.muscles)].slug, group, side, data, 0, 0, 0)

"""Which muscle lies under each point of the skin: a field per muscle, made once for each baked body.

While the body stands in the bind posture, every line of a muscle is laid on the skin. A muscle's field at a point is
    f(p) = max over the line of  w(s) - |p - q(s)|        [m], above 0 where the muscle is
with w the half width along the belly. The skin carries its fields into every posture, so a muscle's edge is smooth on
any mesh and follows the flesh; what lies over what, and which of two neighbors a point belongs to, is `visible.py`.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from karani.body import Body, Person, coordinates_from_deg, make_body, muscle_paths, read_model
from karani.figure.bake.parts import Part
from karani.figure.bind import BIND_DEG, bind_frames
from karani.figure.growth import SKINS, grown_points, skin_of
from karani.figure.mesh import Bools, Floats, Ints
from karani.figure.plate.atlas import FILE, DrawnMuscle, read_atlas
from karani.figure.plate.keeping import keep_arrays
from karani.figure.plate.lines import lines_of, loft
from karani.figure.sheet import Image
from karani.figure.skin import FOLDER

SWELL = 0.55
"""Power of the sine along a belly: 0 is a strap, 1 a leaf."""
FARTHEST_M = -0.06
"""What is further off than this is not told apart."""
REFERENCE = {"female": Person(176.8, 70, "female"), "male": Person(176.8, 75, "male")}
"""The source model's own size, so that places of the atlas hold as they are."""
ACROSS_M = 0.004
"""How far over the midline a muscle of one side may reach."""
LEFT, RIGHT = (Part.LEFT_ARM, Part.LEFT_LEG), (Part.RIGHT_ARM, Part.RIGHT_LEG)
SHEET_FIBERS = 9
FIBER_SHARES = (-0.62, -0.2, 0.2, 0.62)
"""Where beside the middle of a belly a fiber is drawn, in half widths."""
TINY = 1e-9
SIDEWAYS = np.array([-1, 1, 1])


@dataclass(frozen=True, eq=False)
class MuscleMap:
    """Fields (points, muscles) [m] of the right and of the left side, and lines that fibers follow."""

    muscles: tuple[DrawnMuscle, ...]
    right: Image
    left: Image
    fibers: Ints  # (fibers, samples) places on the skin, numbers of `on_surface`
    fiber_muscle: Ints  # (fibers,) muscle, the left side's counted on after the right's


@cache
def read_map(sex: str, folder: Path) -> MuscleMap:
    """Kept in `folder`, where the compiled body is too; made there if it is not."""
    path = folder / f"muscle-map-{sex}-{key(sex)}.npz"
    if not path.is_file():
        made = make_map(make_body(REFERENCE[sex], read_model(folder)))
        keep_arrays(
            path,
            right=made.right.astype(np.float16),
            left=made.left.astype(np.float16),
            fibers=made.fibers.astype(np.uint32),
            fiber_muscle=made.fiber_muscle.astype(np.uint8),
        )
    with np.load(path) as file:
        return MuscleMap(
            muscles=at_skin(),
            right=file["right"].astype(np.float32),
            left=file["left"].astype(np.float32),
            fibers=file["fibers"].astype(np.int64),
            fiber_muscle=file["fiber_muscle"].astype(np.int64),
        )


def key(sex: str) -> str:
    sources = [*sorted(Path(__file__).parent.glob("*.py")), FILE, FOLDER / f"{SKINS[sex]}.npz"]
    return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def at_skin() -> tuple[DrawnMuscle, ...]:
    return tuple(muscle for muscle in read_atlas() if not muscle.deep)


def make_map(body: Body) -> MuscleMap:
    skin, frames = skin_of(body.person), bind_frames(body)
    points = grown_points(skin, body, frames)
    middle = frames["torso"][0]
    surface = on_surface(skin.triangles, points)
    ground = Ground(surface, cKDTree(surface), surface[:, 0] < middle[0] + ACROSS_M)
    paths = muscle_paths(body, coordinates_from_deg(body, BIND_DEG))
    laid = [laid_on(ground, muscle, lines_of(muscle, "right", paths, frames)) for muscle in at_skin()]
    mirrored = (points - middle) * SIDEWAYS + middle
    sides = ((points, "right"), (mirrored, "left"))
    right, left = (
        np.column_stack([field(one, seen, on_side(seen, middle, skin.part, side)) for one in laid])
        for seen, side in sides
    )
    fibers = [fiber for one in laid for fiber in one.fibers]
    other = [(fiber - middle) * SIDEWAYS + middle for fiber in fibers]
    numbers = np.repeat(np.arange(len(laid)), [len(one.fibers) for one in laid])
    return MuscleMap(
        muscles=at_skin(),
        right=right.astype(np.float32),
        left=left.astype(np.float32),
        fibers=np.array([ground.tree.query(fiber)[1] for fiber in fibers + other]),
        fiber_muscle=np.concatenate([numbers, numbers + len(laid)]),
    )


def on_side(points: Floats, middle: Floats, part: Ints, side: str) -> Bools:
    """The skin on which a muscle of this side can lie; `points` are mirrored for the left."""
    other = LEFT if side == "right" else RIGHT
    return np.asarray((points[:, 0] - middle[0] < ACROSS_M) & ~np.isin(part, other))


def on_surface(triangles: Ints, points: Floats) -> Floats:
    """Places all over a skin: the first corner of each triangle, its middle, and the middles of its edges."""
    corners = points[triangles]
    middles = [(corners[:, edge] + corners[:, edge - 1]) / 2 for edge in range(3)]
    return np.concatenate([corners[:, 0], corners.mean(1), *middles])


@dataclass(frozen=True, eq=False)
class Ground:
    """The skin that lines are laid on."""

    surface: Floats
    tree: cKDTree
    right: Bools  # (places,) whether a place lies on the right half

    def nearest(self, points: Floats) -> Floats:
        """On the right half."""
        _, found = cKDTree(self.surface[self.right]).query(points.reshape(-1, 3))
        return np.asarray(self.surface[self.right][found].reshape(points.shape))


@dataclass(frozen=True, eq=False)
class Laid:
    """A muscle on the skin."""

    samples: Floats  # (samples, 3)
    widths: Floats  # (samples,) half width at each
    fibers: list[Floats]  # (samples, 3) each


def laid_on(ground: Ground, muscle: DrawnMuscle, lines: list[Floats]) -> Laid:
    dense = loft(lines) if muscle.sheet else np.array(lines)  # (lines, samples, 3)
    on_skin = smoothed(ground.nearest(dense))
    widths = np.broadcast_to(half_widths(muscle, dense.shape[1]), dense.shape[:2])
    fibers = sheet_fibers(on_skin) if muscle.sheet else belly_fibers(ground, on_skin, widths)
    return Laid(on_skin.reshape(-1, 3), widths.ravel(), fibers)


def sheet_fibers(lines: Floats) -> list[Floats]:
    return list(lines[:: max(1, len(lines) // SHEET_FIBERS)])


def belly_fibers(ground: Ground, lines: Floats, widths: Floats) -> list[Floats]:
    """Beside each line, within the belly."""
    along = np.gradient(lines, axis=1)
    outward = lines - lines.mean((0, 1))
    across = np.cross(along, outward)
    across /= np.maximum(np.linalg.norm(across, axis=2, keepdims=True), TINY)
    beside = [smoothed(ground.nearest(lines + share * widths[..., None] * across)) for share in FIBER_SHARES]
    return [line for group in beside for line in group]


def smoothed(lines: Floats) -> Floats:
    """Corners of the mesh out of the lines."""
    for _ in range(3):
        lines[:, 1:-1] = (lines[:, :-2] + 2 * lines[:, 1:-1] + lines[:, 2:]) / 4
    return lines


def half_widths(muscle: DrawnMuscle, samples: int) -> Floats:
    """Along the line: 0 in the tendons, `half_width_m` in the middle of the belly."""
    start, end = muscle.belly
    share = np.clip((np.linspace(0, 1, samples) - start) / (end - start), 0, 1)
    return np.asarray(muscle.half_width_m * np.sin(np.pi * share) ** SWELL)


def field(laid: Laid, points: Floats, allowed: Bools) -> Floats:
    reach = laid.widths.max() - FARTHEST_M
    low, high = laid.samples.min(0) - reach, laid.samples.max(0) + reach
    near = np.flatnonzero(allowed & (points > low).all(1) & (points < high).all(1))
    result = np.full(len(points), FARTHEST_M)
    fleshy = laid.widths > 0
    inside = (laid.widths[fleshy][None] - cdist(points[near], laid.samples[fleshy])).max(1)
    result[near] = np.maximum(inside, FARTHEST_M)
    return result

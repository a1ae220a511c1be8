"""Parts of the body that rest on things, as patches of flesh: heels, sacrum, palms, ..."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body
from karani.body.flesh import Flesh
from karani.errors import BodyError
from karani.library.packaged import PACKAGED_CONTENT

Numbers = NDArray[np.int64]
AXES = {"front": 0, "up": 1, "out": 2}


@dataclass(frozen=True)
class Patch:
    """Points of the flesh, at least one of which touches when the part rests."""

    part: str
    side: str
    points: Numbers  # (points of the patch,)


def find_patches(body: Body, part: str, side: str = "both") -> list[Patch]:
    """The patches of a part on the right, the left or both sides; a part in the middle has no sides."""
    return body.once(("patches", part, side), lambda: look_for_patches(body, part, side))


def look_for_patches(body: Body, part: str, side: str) -> list[Patch]:
    shape = shape_of(part)
    if not shape["each_side"]:
        return [patch_of(body, part, "middle", patch) for patch in shape["patches"]]
    sides = ("right", "left") if side == "both" else (side,)
    return [patch_of(body, part, one, patch) for one in sides for patch in shape["patches"]]


@cache
def part_shapes() -> dict[str, Any]:
    return tomllib.loads((PACKAGED_CONTENT / "physiology" / "parts.toml").read_text("utf-8"))


def shape_of(part: str) -> dict[str, Any]:
    if part not in part_shapes():
        raise BodyError(
            f"{part!r} is not a part that can rest on something. Parts are: {', '.join(part_shapes())}."
        )
    shape: dict[str, Any] = part_shapes()[part]
    return shape


def patch_of(body: Body, part: str, side: str, shape: dict[str, Any]) -> Patch:
    model, flesh = body.model, body.flesh
    names = {name + ending for name in shape["of"] for ending in ("", "_r", "_l")}
    bodies = [number for number in range(model.nbody) if model.body(number).name in names]
    own = np.isin(flesh.segments, bodies)
    if side != "middle":
        own &= flesh.left == (side == "left")
    inside = own.copy()
    for axis, column in AXES.items():
        if axis in shape:
            values = flesh.standing[:, column]
            least, most = values[own].min(), values[own].max()
            low, high = (least + share * (most - least) for share in shape[axis])
            inside &= (values >= low) & (values <= high)
    inside &= faces(flesh, shape)
    assert inside.any(), f"{part} has no points"
    return Patch(part, side, np.flatnonzero(inside))


def faces(flesh: Flesh, shape: dict[str, Any]) -> NDArray[np.bool_]:
    toward = np.array(shape["toward"], dtype=np.float64)
    toward /= np.linalg.norm(toward)
    lengths = np.linalg.norm(flesh.facing, axis=1)
    facing: NDArray[np.bool_] = flesh.facing @ toward >= np.cos(np.radians(shape["within_deg"])) * lengths
    return facing

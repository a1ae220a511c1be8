"""What each pixel of the figure shows: body or prop, which part, how near, and any field of the skin in between."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from karani.figure.camera import View
from karani.figure.depth import NOTHING, Buffer, front_faces, rasterize
from karani.figure.mesh import Bools, Floats, Ints, Solid, vertex_normals
from karani.figure.skin import Skin

Image = NDArray[np.float32]


@dataclass(frozen=True)
class Sheet:
    view: View
    skin: Skin
    points: Floats  # (points, 3) of the body, posed
    buffer: Buffer
    owner: Ints  # (height, width): 0 body, k the k-th prop, -1 nothing

    @cached_property
    def body(self) -> Bools:
        return np.asarray(self.owner == 0)

    @cached_property
    def corners(self) -> Ints:
        """The three skin points around each body pixel, (pixels, 3)."""
        return self.skin.triangles[self.buffer.triangle[self.body]]

    @cached_property
    def shares(self) -> NDArray[np.float32]:
        rest = self.buffer.shares[self.body]
        return np.column_stack([1 - rest.sum(1), rest])

    def image(self, values: Floats, outside: float = 0.0) -> Image:
        """A value per skin point as an image (height, width)."""
        result = np.full(self.body.shape, outside, dtype=np.float32)
        result[self.body] = (values[self.corners] * self.shares).sum(1)
        return result

    def labels(self, values: Ints, outside: int = NOTHING) -> NDArray[np.int8]:
        """A kind per skin point as an image: that of the nearest corner."""
        result = np.full(self.body.shape, outside, dtype=np.int8)
        nearest = np.take_along_axis(self.corners, self.shares.argmax(1)[:, None], 1)[:, 0]
        result[self.body] = values[nearest]
        return result

    @cached_property
    def depth(self) -> Image:
        return np.where(self.body, self.buffer.depth, 0.0).astype(np.float32)

    @cached_property
    def part(self) -> NDArray[np.int8]:
        return self.labels(self.skin.part)

    @cached_property
    def detail(self) -> NDArray[np.int8]:
        return self.labels(self.skin.detail)

    @cached_property
    def hair(self) -> Bools:
        return self.image(self.skin.hair, -1.0) > 0

    def normals(self) -> Floats:
        return vertex_normals(self.points, self.skin.triangles) @ self.view.axes.T


def lay_out(skin: Skin, points: Floats, props: list[Solid], view: View) -> Sheet:
    """Body and props in one depth buffer."""
    seen = [faces_shown(Solid(points, skin.triangles), view), *(faces_shown(prop, view) for prop in props)]
    corners = np.concatenate([shown for _, shown in seen])
    names = np.concatenate([numbers for numbers, _ in seen])
    owners = np.repeat(np.arange(len(seen)), [len(numbers) for numbers, _ in seen])
    buffer = rasterize(corners, view.width, view.height)
    covered = buffer.triangle >= 0
    owner = np.where(covered, owners[buffer.triangle], NOTHING)
    triangle = np.where(covered, names[buffer.triangle], NOTHING).astype(np.int32)
    return Sheet(view, skin, points, Buffer(triangle, buffer.shares, buffer.depth), owner)


def faces_shown(solid: Solid, view: View) -> tuple[Ints, Floats]:
    """Numbers of the triangles that look at the viewer, and their corners (triangles, 3, 3) on the sheet."""
    corners = view(solid.points)[solid.triangles]
    shown = np.flatnonzero(front_faces(corners))
    return shown, corners[shown]

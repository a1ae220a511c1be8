"""The straps of a pose: which parts they join, and the line they take."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from karani.body.motion import Carrier, Motion
from karani.body.parts import find_patches, shape_of
from karani.body.surfaces import Strap
from karani.body.terms.strap import StrapLink
from karani.errors import BodyError
from karani.library.pose import PostureSpec, StrapSpec

Numbers = NDArray[np.int64]
Matrix = NDArray[np.float64]

CENTIMETERS = 100.0
BAND_M = 0.035
"""Half as far along the limbs as the skin that a strap around them touches."""
BOTH = ("right", "left")


def strap_links(carrier: Carrier, spec: PostureSpec) -> list[StrapLink]:
    return [link for strap in spec.straps for link in links_of(carrier, strap)]


def links_of(carrier: Carrier, strap: StrapSpec) -> list[StrapLink]:
    """One link around two limbs; else one for each hand that holds it."""
    if len(strap.parts) == 1:
        part = sided(strap.parts[0])
        return [link_of(carrier, strap, (part, part), BOTH)]
    start, end = strap.sides
    starts = BOTH if start == "both" and shape_of(strap.parts[0])["each_side"] else (start,)
    return [link_of(carrier, strap, strap.parts, (side, side if end == "both" else end)) for side in starts]


def sided(part: str) -> str:
    if not shape_of(part)["each_side"]:
        raise BodyError(f"A strap lies around both sides of a part; {part!r} is in the middle of the body.")
    return part


def link_of(carrier: Carrier, strap: StrapSpec, parts: tuple[str, ...], sides: tuple[str, str]) -> StrapLink:
    first, second = (points_of_part(carrier, part, side) for part, side in zip(parts, sides, strict=True))
    around = len(strap.parts) == 1
    return StrapLink(
        carrier, (parts[0], parts[1]), (first, second), strap.length_cm / CENTIMETERS, strap.taut, around
    )


def points_of_part(carrier: Carrier, part: str, side: str) -> Numbers:
    body = carrier.body
    return np.concatenate([patch.points for patch in find_patches(body, part, side)])


def strap_at(link: StrapLink, motion: Motion) -> Strap:
    """From middle to middle, or once around what it binds."""
    if not link.around:
        return Strap("strap", np.stack([motion.points[end].mean(axis=0) for end in link.ends]), closed=False)
    return Strap("strap", loop_around(link, motion), closed=True)


def loop_around(link: StrapLink, motion: Motion) -> Matrix:
    """The convex ring around a band of both limbs' skin, (points, 3)."""
    middle, along = middle_and_axis(link, motion)
    body = link.carrier.body
    limbs = np.isin(body.flesh.segments, body.flesh.segments[np.concatenate(link.ends)])
    points = motion.points[limbs]
    band = points[np.abs((points - middle) @ along) < BAND_M]
    across = np.linalg.svd(along[None])[2][1:]  # (2, 3) spans the plane of the ring
    flat = (band - middle) @ across.T
    ring: Matrix = middle + flat[ConvexHull(flat).vertices] @ across
    return ring


def middle_and_axis(link: StrapLink, motion: Motion) -> tuple[Matrix, Matrix]:
    clouds = [motion.points[end] for end in link.ends]
    middle = np.mean([cloud.mean(axis=0) for cloud in clouds], axis=0)
    segment = int(link.carrier.body.flesh.segments[link.ends[0][0]])
    along = motion.data.xmat[segment].reshape(3, 3)[:, 1]
    return middle, along

"""What came out of solving: places, heights, contacts, and one sentence on how well it holds."""

import numpy as np
from numpy.typing import NDArray

from karani.body.body import Body, segment_frames
from karani.body.coordinates import ROOT
from karani.body.motion import Motion, motion_of
from karani.body.parts import find_patches
from karani.body.placed_surfaces import PlacedSurface, points_of
from karani.body.posture import ContactPoint, Posture
from karani.body.settings import Settings
from karani.body.straps import strap_at
from karani.body.surfaces import Roll, Slab, Surface
from karani.body.terms.body_contact import BodyContact
from karani.body.terms.contact import Contact
from karani.body.terms.term import REST_DEPTH_M
from karani.body.wishes import Wishes

Vector = NDArray[np.float64]

TOLERANCE_CM = 1.0
CENTIMETERS = 100.0
MIRROR = np.array([-1.0, 1.0, 1.0])
PLACES = {
    "head": "head",
    "shoulder": "humerus_{}",
    "elbow": "ulna_{}",
    "wrist": "lunate_{}",
    "hip": "femur_{}",
    "knee": "tibia_{}",
    "ankle": "talus_{}",
}
HEART_IN_CHEST_M = (0.045, 0.27, 0.0)
"""Forward, up, right of the chest's origin at factor 1: behind the lower half of the breastbone."""


def report_posture(name: str, body: Body, wishes: Wishes, settings: Settings, x: Vector) -> Posture:
    motion = motion_of(wishes.carrier, x)
    contacts = contact_points(body, wishes, motion)
    off_cm, worst = farthest_off(wishes, motion)
    solved = off_cm <= TOLERANCE_CM
    return Posture(
        pose=name,
        person=body.person,
        coordinates=frozen(x),
        joints_deg=joints_deg(body, x),
        frames={
            segment: (frozen(place), frozen(turn))
            for segment, (place, turn) in segment_frames(body, x).items()
        },
        heights_cm=heights_cm(body, motion),
        contacts=contacts,
        surfaces=tuple(surfaces_at(wishes, motion)),
        settings=dict(settings.values),
        wall_distance_cm=wall_distance_cm(body, wishes, motion),
        solved=solved,
        residual_cm=off_cm,
        outcome=sentence(worst, off_cm, solved=solved),
    )


def frozen(values: NDArray[np.float64]) -> NDArray[np.float64]:
    after = values.copy()
    after.setflags(write=False)
    return after


def joints_deg(body: Body, x: Vector) -> dict[str, float]:
    return {
        name: float(np.degrees(x[number]))
        for number, name in enumerate(body.coordinates.names)
        if name not in ROOT
    }


def heights_cm(body: Body, motion: Motion) -> dict[str, float]:
    """Above the floor [cm]; paired joints: the mean of both sides."""
    heights = {
        place: CENTIMETERS * float(np.mean([motion.data.body(segment.format(side)).xpos[2] for side in "rl"]))
        for place, segment in PLACES.items()
    }
    chest = motion.data.body("torso")
    heart = chest.xmat.reshape(3, 3) @ (np.array(HEART_IN_CHEST_M) * body.factors.lengths["trunk"])
    return {**heights, "heart": CENTIMETERS * float(chest.xpos[2] + heart[2])}


def contact_points(body: Body, wishes: Wishes, motion: Motion) -> tuple[ContactPoint, ...]:
    found = [contact_point(body, contact, motion) for contact in wishes.contacts]
    found += [body_contact_point(body, contact, motion) for contact in wishes.body_contacts]
    found += strap_points(wishes, motion)
    if wishes.mirrored:
        found += [mirrored(point) for point in found if point.segment.endswith("_r")]
    return tuple(found)


def contact_point(body: Body, contact: Contact, motion: Motion) -> ContactPoint:
    touch = contact.touch(motion)
    return point_at(body, motion, touch.point, (contact.patch.part, contact.surface.name), touch.gap)


def body_contact_point(body: Body, contact: BodyContact, motion: Motion) -> ContactPoint:
    nearest = contact.nearest(motion)
    return point_at(body, motion, nearest.point, (contact.patch.part, contact.surface), nearest.distance_m)


def point_at(body: Body, motion: Motion, point: int, meeting: tuple[str, str], gap_m: float) -> ContactPoint:
    part, surface = meeting
    segment = body.model.body(int(body.flesh.segments[point])).name
    x, y, z = (float(value) for value in motion.points[point])
    return ContactPoint(segment, part, surface, CENTIMETERS * (gap_m + REST_DEPTH_M), (x, y, z))


def mirrored(point: ContactPoint) -> ContactPoint:
    x, y, z = point.place_m
    return ContactPoint(f"{point.segment[:-2]}_l", point.part, point.surface, point.gap_cm, (-x, y, z))


def surfaces_at(wishes: Wishes, motion: Motion) -> list[Surface]:
    found: list[Surface] = []
    for placed in wishes.surfaces:
        surface = placed.placing.at(motion)
        found.append(surface)
        if wishes.mirrored and placed.side == "right":
            found.append(other_side(surface))
    return [*found, *(strap_at(link, motion) for link in wishes.straps)]


def strap_points(wishes: Wishes, motion: Motion) -> list[ContactPoint]:
    """One end of each strap; a slack strap stands off by nothing."""
    body = wishes.carrier.body
    return [
        point_at(
            body,
            motion,
            int(link.ends[0][0]),
            (link.parts[0], "strap"),
            link.excess(motion)[0] - REST_DEPTH_M,
        )
        for link in wishes.straps
    ]


def other_side(surface: Surface) -> Surface:
    if isinstance(surface, Slab):
        middle = MIRROR * surface.middle
        return Slab(
            surface.name, middle, surface.turn, surface.half_across, surface.half_along, surface.thickness
        )
    assert isinstance(surface, Roll)
    return Roll(surface.name, MIRROR * surface.middle, surface.axis, surface.radius, surface.half_length)


def wall_distance_cm(body: Body, wishes: Wishes, motion: Motion) -> float | None:
    """From the buttocks to the wall."""
    if not any(is_wall(surface) for surface in wishes.surfaces):
        return None
    buttocks = points_of(find_patches(body, "buttocks"))
    return CENTIMETERS * float(motion.points[buttocks, 1].min())


def is_wall(surface: PlacedSurface) -> bool:
    return surface.placing.name == "wall"


def farthest_off(wishes: Wishes, motion: Motion) -> tuple[float, str]:
    """How far the worst wish is from being met [cm], and which it is."""
    body = wishes.carrier.body
    points = contact_points(body, wishes, motion)
    apart = [(abs(point.gap_cm), f"{point.part} and {point.surface} do not meet") for point in points]
    pressed = [
        (CENTIMETERS * surface.depth(motion), f"the body presses into the {surface.surface.name}")
        for surface in wishes.clearances
    ]
    close = [
        (CENTIMETERS * limb.depth(motion), f"{limb.pair} meet too closely") for limb in wishes.body_clearances
    ]
    return max([(0.0, ""), *apart, *pressed, *close])


def sentence(worst: str, off_cm: float, *, solved: bool) -> str:
    if solved:
        return "Everything that should touch touches, and nothing goes through anything."
    return (
        f"This body does not reach the whole pose: {worst} by {off_cm:.1f} cm; shown is the nearest posture."
    )

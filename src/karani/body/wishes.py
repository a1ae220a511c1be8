"""All wishes of a pose for one body: targets, contacts, clearances, balance, and what the person chose."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from karani.body.angles import target_of
from karani.body.body import Body
from karani.body.motion import Carrier, carrier_for, motion_of
from karani.body.parts import Patch, find_patches
from karani.body.placed_surfaces import PlacedSurface, patches_of, points_of, surfaces_of
from karani.body.placing import (
    STANDING,
    Placing,
)
from karani.body.self_contact import RESTED_ON, body_clearances, clearance_terms, limb_under
from karani.body.settings import FOOT_DISTANCE, WALL_DISTANCE, Settings
from karani.body.space import MIRROR_BREAKING, Space
from karani.body.straps import strap_links
from karani.body.terms.balance import Balance
from karani.body.terms.body_clearance import BodyClearance
from karani.body.terms.body_contact import BodyContact
from karani.body.terms.clearance import Clearance
from karani.body.terms.contact import Contact, by_surface
from karani.body.terms.distance import MeanPlace, SurfaceDistance
from karani.body.terms.hamstrings import Hamstrings, hamstring_limit
from karani.body.terms.strap import StrapLink
from karani.body.terms.targets import Targets
from karani.body.terms.term import Matrix, Numbers, Term, Vector
from karani.body.weights import target_weights
from karani.errors import BodyError
from karani.library.pose import Contact as ContactSpec
from karani.library.pose import PostureSpec

SIDEWAYS = np.array([1.0, 0.0, 0.0])
TENSION_ONLY = "strap"
STOOD_ON = ("soles", "heels", "toes", "feet-top", "knees", "shins", "sit-bones")
"""Parts that carry who stands, kneels or sits; hands and head only help."""
MIRROR_BREAKING_ANGLES = ("spine_rot", "spine_lat", "neck_rot", *MIRROR_BREAKING)


@dataclass(frozen=True)
class Wishes:
    carrier: Carrier
    mirrored: bool
    target: Vector
    surfaces: tuple[PlacedSurface, ...]
    contacts: tuple[Contact, ...]
    body_contacts: tuple[BodyContact, ...]
    clearances: tuple[Clearance, ...]
    body_clearances: tuple[BodyClearance, ...]
    straps: tuple[StrapLink, ...]
    others: tuple[Term, ...]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return (
            *by_surface(self.carrier, self.contacts),
            *self.body_contacts,
            *self.clearances,
            *clearance_terms(self.carrier, mirrored=self.mirrored),
            *self.straps,
            *self.others,
        )

    def evaluate(self, x: Vector) -> tuple[Vector, Matrix]:
        motion = motion_of(self.carrier, x)
        parts = [term.rows(motion) for term in self.terms]
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def wishes_of(body: Body, spec: PostureSpec, settings: Settings) -> Wishes:
    mirrored = is_symmetric(spec)
    carrier = carrier_for(body, mirrored=mirrored)
    target = settings.adjusted(target_of(spec, body.coordinates), body.coordinates)
    surfaces = surfaces_of(body, spec, settings, mirrored=mirrored)
    watched = np.flatnonzero(~body.flesh.left) if mirrored else np.arange(len(body.flesh.left))
    return Wishes(
        carrier=carrier,
        mirrored=mirrored,
        target=target,
        surfaces=surfaces,
        contacts=contacts_of(carrier, spec, surfaces, mirrored=mirrored),
        body_contacts=body_contacts_of(carrier, spec, mirrored=mirrored),
        clearances=tuple(
            Clearance(carrier, surface.placing, borne(body, watched, surface.bears))
            for surface in surfaces
            if surface.through
        ),
        body_clearances=body_clearances(carrier, mirrored=mirrored),
        straps=tuple(strap_links(carrier, spec)),
        others=(
            Targets(carrier.space, target, target_weights(spec, body.coordinates)),
            *hamstrings_of(body, carrier.space, mirrored=mirrored),
            *chosen_distances(carrier, settings),
            *balance_of(carrier, spec),
        ),
    )


def borne(body: Body, watched: Numbers, side: str) -> Numbers:
    """The points that can meet a surface that bears both sides, or only one."""
    if side == "both":
        return watched
    chosen: Numbers = watched[body.flesh.left[watched] == (side == "left")]
    return chosen


def is_symmetric(spec: PostureSpec) -> bool:
    one_sided = any(
        side != "both"
        for side in (
            *(contact.side for contact in spec.contacts),
            *(surface.side for surface in spec.surfaces),
            *(side for strap in spec.straps for side in strap.sides),
        )
    )
    turned = any(spec.common_deg.get(name) for name in MIRROR_BREAKING_ANGLES)
    straight = (
        spec.plane == "sagittal" and spec.front_faces != "side" and not spec.heading_deg and not spec.roll_deg
    )
    return straight and not spec.right_deg and not spec.left_deg and not one_sided and not turned


def contacts_of(
    carrier: Carrier, spec: PostureSpec, surfaces: tuple[PlacedSurface, ...], *, mirrored: bool
) -> tuple[Contact, ...]:
    return tuple(
        Contact(patch, surface_for(patch, contact.surface, surfaces))
        for contact in spec.contacts
        if contact.surface not in RESTED_ON and contact.surface != TENSION_ONLY
        for patch in patches_of(carrier.body, contact.part, contact.side, mirrored=mirrored)
    )


def surface_for(patch: Patch, name: str, surfaces: tuple[PlacedSurface, ...]) -> Placing:
    """The surface of this name that lies under the part itself, or else the first that serves its side."""
    fitting = [s for s in surfaces if s.placing.name == name and s.side in {"both", patch.side}]
    fitting = fitting or [s for s in surfaces if s.placing.name == name]
    if not fitting:
        raise BodyError(
            f"{patch.part!r} touches {name!r}, which lies nowhere; give it a place with [[surfaces]]."
        )
    return next((s.placing for s in fitting if s.under == patch.part), fitting[0].placing)


def body_contacts_of(carrier: Carrier, spec: PostureSpec, *, mirrored: bool) -> tuple[BodyContact, ...]:
    body = carrier.body
    return tuple(
        BodyContact(
            carrier, patch, contact.surface, limb_under(body, contact.surface, limb_side(patch, contact))
        )
        for contact in spec.contacts
        if contact.surface in RESTED_ON
        for patch in patches_of(body, contact.part, contact.side, mirrored=mirrored)
    )


def limb_side(patch: Patch, contact: ContactSpec) -> str:
    """The side of the limb that a part rests on."""
    if contact.on_side == "other":
        return "right" if patch.side == "left" else "left"
    return patch.side if contact.on_side == "same" else contact.on_side


def hamstrings_of(body: Body, space: Space, *, mirrored: bool) -> list[Term]:
    number = body.coordinates.number
    limit = hamstring_limit(body.person.straight_leg_raise_deg)
    sides = "r" if mirrored else "rl"
    return [Hamstrings(space, number(f"hip_flexion_{s}"), number(f"knee_angle_{s}"), limit) for s in sides]


def chosen_distances(carrier: Carrier, settings: Settings) -> list[Term]:
    body, terms = carrier.body, list[Term]()
    wall, feet = settings.get(WALL_DISTANCE), settings.get(FOOT_DISTANCE)
    if wall is not None:
        points = points_of(find_patches(body, "buttocks", "both"))
        terms.append(SurfaceDistance(carrier, points, STANDING["wall"], wall / 100))
    if feet is not None:
        for side, sign in (("right", -1.0), ("left", 1.0)):
            points = points_of(find_patches(body, "heels", side))
            terms.append(MeanPlace(carrier, points, SIDEWAYS, sign * feet / 200))
    return terms


def balance_of(carrier: Carrier, spec: PostureSpec) -> list[Term]:
    if not spec.balanced:
        return []
    body = carrier.body
    grounds = [
        patch
        for contact in spec.contacts
        if contact.surface == "floor" and contact.part in STOOD_ON
        for patch in find_patches(body, contact.part, contact.side)
    ]
    return [Balance(carrier, points_of(grounds))] if grounds else []

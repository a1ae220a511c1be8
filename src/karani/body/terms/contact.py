"""A part touches a surface: its nearest point lies on it, pressed in by a few millimeters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from karani.body.motion import Carrier, Motion
from karani.body.parts import Patch
from karani.body.placing import Placing
from karani.body.terms.term import PER_METER, REST_DEPTH_M, Numbers, Rows, lowest_of_each


@dataclass(frozen=True)
class Touch:
    """Where a patch is nearest to its surface; gap [m], negative when pressed in."""

    point: int
    gap: float


@dataclass(frozen=True)
class Contact:
    """One part and what it is to touch."""

    patch: Patch
    surface: Placing

    def touch(self, motion: Motion) -> Touch:
        points = self.patch.points
        distances, _ = self.surface.at(motion).distances(motion.points[points])
        nearest = int(distances.argmin())
        return Touch(int(points[nearest]), float(distances[nearest]))


@dataclass(frozen=True)
class Contacts:
    """All parts that touch one surface."""

    carrier: Carrier
    surface: Placing
    patches: tuple[Patch, ...]

    @cached_property
    def points(self) -> Numbers:
        return np.concatenate([patch.points for patch in self.patches])

    @cached_property
    def starts(self) -> Numbers:
        """Where each patch begins among the points."""
        return np.cumsum([0, *(len(patch.points) for patch in self.patches[:-1])])

    def rows(self, motion: Motion) -> Rows:
        distances, directions = self.surface.at(motion).distances(motion.points[self.points])
        nearest = lowest_of_each(distances, self.starts)
        directions = directions[nearest]
        own = motion.rows(self.carrier, self.points[nearest], directions)
        rows = own - self.surface.rows(motion, self.carrier, directions)
        return PER_METER * (distances[nearest] + REST_DEPTH_M), PER_METER * rows


def by_surface(carrier: Carrier, contacts: Sequence[Contact]) -> list[Contacts]:
    """The contacts, those of one surface together."""
    surfaces = {id(contact.surface): contact.surface for contact in contacts}
    return [
        Contacts(carrier, surface, tuple(one.patch for one in contacts if one.surface is surface))
        for surface in surfaces.values()
    ]

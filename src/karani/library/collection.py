"""A collection: poses gathered for one occasion, in their order, each with the reason why it is there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CollectionPose:
    """A pose of a collection. `role` is its part in the practice; empty where it is there to be read about."""

    pose: str
    role: str
    why: str


@dataclass(frozen=True, slots=True)
class Collection:
    """`need` lends the practice what the collection does not say: what is screened, the breath, how it ends."""

    slug: str
    name: str
    title: str
    """For the plan's heading: "before sleep", so that "Twenty minutes before sleep"."""
    sentence: str
    order: str
    """Why the poses stand in this order."""
    place: int
    """Its place among the collections."""
    picture: str
    """The pose that stands for it."""
    need: str
    minutes: int
    poses: tuple[CollectionPose, ...]
    introduction: str
    """Markdown."""

    def slugs_in(self, role: str) -> tuple[str, ...]:
        return tuple(entry.pose for entry in self.poses if entry.role == role)

    def holds(self, slug: str) -> bool:
        return any(entry.pose == slug for entry in self.poses)

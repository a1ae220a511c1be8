"""How like two poses are, by what they ask of a body: the features that the screening reads, the position, the need.

Likeness = shared weight / all weight, over the features that at least one of the two has; a feature that says nothing
("none", level, no) counts only where the other pose has it. It is a way to sort, not a measurement.
"""

from dataclasses import dataclass, fields

from karani.guide.guide import PoseRef
from karani.guide.refs import refer_to
from karani.library import Library
from karani.library.pose import Features, Pose

NOTHING: dict[str, tuple[object, ...]] = {"head": ("above", "level"), "legs": ("below", "level")}
"""What goes without saying; for other features "none" and no."""
SAID_BY_POSITION = ("supine", "prone", "stand")
WEIGHTS = {"head": 2.0, "legs": 2.0, "neck": 2.0}
POSITION_WEIGHT = 1.5
TYPE_WEIGHT = 0.5
NEED_WEIGHT = 0.5
MOST_SHOWN = 3
LEAST_ALIKE = 0.34


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another pose, how like it is (0 to 1), and in words what is alike and what is not."""

    ref: PoseRef
    share: float
    alike: tuple[str, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


def list_similar(pose: Pose, library: Library) -> tuple[Likeness, ...]:
    """The poses most like this one that are practiced, its own forms aside."""
    others = (other for other in library.poses.values() if other.root != pose.root and not other.guide_only)
    found = sorted((compare(pose, other, library) for other in others), key=lambda like: -like.share)
    return tuple(like for like in found[:MOST_SHOWN] if like.share >= LEAST_ALIKE)


def compare(pose: Pose, other: Pose, library: Library) -> Likeness:
    mine, theirs = traits(pose), traits(other)
    shared = sum(weight_of(trait) for trait in mine & theirs)
    everything = sum(weight_of(trait) for trait in mine | theirs)
    return Likeness(
        ref=refer_to(other),
        share=shared / everything if everything else 1.0,
        alike=say(mine & theirs, library),
        only_here=say(mine - theirs, library),
        only_there=say(theirs - mine, library),
    )


Trait = tuple[str, str]


def traits(pose: Pose) -> frozenset[Trait]:
    features = {
        (field.name, word_of(getattr(pose.features, field.name)))
        for field in fields(Features)
        if field.name not in SAID_BY_POSITION
        and says_something(field.name, getattr(pose.features, field.name))
    }
    kinds = {("type", kind) for kind in pose.types} | {("need", need) for need in pose.needs}
    return frozenset(features | kinds | {("position", pose.position)})


def says_something(name: str, value: object) -> bool:
    return value not in (False, "none", *NOTHING.get(name, ()))


def word_of(value: object) -> str:
    """As the vocabulary writes it: true, strong."""
    return str(value).lower()


def weight_of(trait: Trait) -> float:
    name, _ = trait
    kinds = {"position": POSITION_WEIGHT, "type": TYPE_WEIGHT, "need": NEED_WEIGHT}
    return kinds.get(name) or WEIGHTS.get(name, 1.0)


def say(found: frozenset[Trait], library: Library) -> tuple[str, ...]:
    """Position first, then features in the order of the vocabulary; needs and types go without saying."""
    positions = [library.words["position"][value] for name, value in sorted(found) if name == "position"]
    features = [
        words
        for key, words in library.words["feature"].items()
        if (key.partition(".")[0], key.partition(".")[2]) in found
    ]
    return (*positions, *features)

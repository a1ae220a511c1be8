"""How like two poses are: in posture, in what muscles do, and in how high head and legs lie against the heart.

    posture  shared weight / all weight, over what the screening reads of a pose, its position, kind and needs; a feature that
             says nothing ("none", level, no) counts only where the other pose has it
    muscles  sum of the smaller / sum of the larger, over each group's number for lengthening and for work
    blood    1 - mean difference of the heights above the heart / 60 cm, never below 0

The last two are computed for the standard body (`Demand`); where they are not known, posture alone counts. The whole is the
mean of the parts: a way to sort, not a measurement.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import reduce

from karani.guide.demand import PARTS, Demand
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
UNLIKE_CM = 60.0
"""So far apart on the mean, head and legs have nothing in common any more."""
SAME_HEIGHT_CM = 15.0
MUCH, LITTLE = 0.3, 0.15
"""What a muscle must do to be told of, and what it must not do in the other pose; of 1."""
REST = 0.3
"""Where the muscles of both poses do no more than this together, both rest."""
MUSCLES_TOLD = 2
LENGTHENS, WORKS = "length in the {}", "work of the {}"

Demands = Mapping[str, Demand]
"""By pose; those that are not computed yet are left out."""


@dataclass(frozen=True, slots=True)
class Told:
    """In words: what both have, what only this one has, what only the other has."""

    alike: tuple[str, ...] = ()
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()

    @property
    def brief(self) -> "Told":
        """The first of each."""
        return Told(self.alike[:1], self.only_here[:1], self.only_there[:1])

    def __add__(self, more: "Told") -> "Told":
        return Told(
            self.alike + more.alike, self.only_here + more.only_here, self.only_there + more.only_there
        )


@dataclass(frozen=True, slots=True)
class LikePart:
    """One part of a likeness: posture, muscles or blood."""

    name: str
    share: float
    told: Told


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another pose, how like it is (0 to 1), and in words what is alike and what is not.

    `parts` are posture and, where they are computed, muscles and blood.
    """

    ref: PoseRef
    share: float
    parts: tuple[LikePart, ...]

    @property
    def whole(self) -> Told:
        return reduce(Told.__add__, (part.told for part in self.parts))

    @property
    def brief(self) -> Told:
        return reduce(Told.__add__, (part.told.brief for part in self.parts))


def list_similar(pose: Pose, library: Library, demands: Demands | None = None) -> tuple[Likeness, ...]:
    """The poses most like this one that are practiced, its own forms aside."""
    others = (other for other in library.poses.values() if other.root != pose.root and not other.guide_only)
    found = sorted((compare(pose, other, library, demands) for other in others), key=lambda like: -like.share)
    return tuple(like for like in found[:MOST_SHOWN] if like.share >= LEAST_ALIKE)


def compare(pose: Pose, other: Pose, library: Library, demands: Demands | None = None) -> Likeness:
    parts = [like_in_posture(pose, other, library)]
    here, there = (demands or {}).get(pose.slug), (demands or {}).get(other.slug)
    if here and there:
        parts += [
            LikePart("Muscles", alike_in_muscles(here, there), tell_muscles(here, there, library)),
            LikePart("Blood", alike_in_blood(here, there), tell_heights(here, there)),
        ]
    return Likeness(refer_to(other), sum(part.share for part in parts) / len(parts), tuple(parts))


def like_in_posture(pose: Pose, other: Pose, library: Library) -> LikePart:
    mine, theirs = traits(pose), traits(other)
    shared, everything = (sum(map(weight_of, found)) for found in (mine & theirs, mine | theirs))
    told = Told(say(mine & theirs, library), say(mine - theirs, library), say(theirs - mine, library))
    return LikePart("Posture", shared / everything if everything else 1.0, told)


def alike_in_muscles(here: Demand, there: Demand) -> float:
    """Work counts where it is known of both."""
    pairs = list(paired(here.lengthened, there.lengthened))
    if here.worked is not None and there.worked is not None:
        pairs += paired(here.worked, there.worked)
    smaller, larger = (sum(choose(pair) for _, *pair in pairs) for choose in (min, max))
    return 1.0 if larger < REST else smaller / larger


def alike_in_blood(here: Demand, there: Demand) -> float:
    apart_cm = sum(abs(here.above_heart_cm[part] - there.above_heart_cm[part]) for part in PARTS) / len(PARTS)
    return max(0.0, 1.0 - apart_cm / UNLIKE_CM)


def paired(here: Mapping[str, float], there: Mapping[str, float]) -> list[tuple[str, float, float]]:
    return [(name, here.get(name, 0.0), there.get(name, 0.0)) for name in sorted({*here, *there})]


def tell_muscles(here: Demand, there: Demand, library: Library) -> Told:
    """The strongest that both have, and that only one has."""
    pairs = [(LENGTHENS, *pair) for pair in paired(here.lengthened, there.lengthened)]
    if here.worked is not None and there.worked is not None:
        pairs += [(WORKS, *pair) for pair in paired(here.worked, there.worked)]
    named = [(words.format(group_name(name, library)), mine, theirs) for words, name, mine, theirs in pairs]
    return Told(
        strongest([(words, min(mine, theirs)) for words, mine, theirs in named]),
        strongest([(words, mine) for words, mine, theirs in named if theirs < LITTLE]),
        strongest([(words, theirs) for words, mine, theirs in named if mine < LITTLE]),
    )


def strongest(found: list[tuple[str, float]]) -> tuple[str, ...]:
    told = sorted((one for one in found if one[1] >= MUCH), key=lambda one: -one[1])
    return tuple(words for words, _ in told[:MUSCLES_TOLD])


def group_name(slug: str, library: Library) -> str:
    known = library.muscle_groups.get(slug)
    return (known.name if known else slug.replace("-", " ")).partition(" (")[0]


def tell_heights(here: Demand, there: Demand) -> Told:
    mine, theirs = here.above_heart_cm["ankle"], there.above_heart_cm["ankle"]
    if abs(mine - theirs) <= SAME_HEIGHT_CM:
        return Told(alike=("the feet equally high against the heart",))
    return Told((), (say_feet(mine),), (say_feet(theirs),))


def say_feet(above_cm: float) -> str:
    if abs(above_cm) <= SAME_HEIGHT_CM:
        return "the feet level with the heart"
    return f"the feet {abs(above_cm):.0f} cm {'above' if above_cm > 0 else 'below'} the heart"


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

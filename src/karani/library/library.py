"""The library: every pose and every vocabulary, read once, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from karani.errors import UnknownSlug
from karani.library.collection import Collection
from karani.library.pose import Pose
from karani.library.vocabulary import (
    Breathing,
    Claim,
    Condition,
    Contributor,
    LoadPart,
    Muscle,
    MuscleGroup,
    Need,
    PainPlace,
    Place,
    Prop,
    RedFlag,
    Reference,
    Rule,
    Transition,
)


@dataclass(frozen=True, slots=True)
class Library:
    poses: Mapping[str, Pose]
    conditions: Mapping[str, Condition]
    rules: tuple[Rule, ...]
    red_flags: tuple[RedFlag, ...]
    pain_places: Mapping[str, PainPlace]
    needs: Mapping[str, Need]
    props: Mapping[str, Prop]
    places: Mapping[str, Place]
    transitions: Mapping[tuple[str, str], Transition]
    breathings: Mapping[str, Breathing]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    muscles: Mapping[str, Muscle]
    pauses_s: Mapping[str, float]
    features: Mapping[str, tuple[str | bool, ...]]
    words: Mapping[str, Mapping[str, str]]
    """Names to show for the short words of content: words["position"]["supine"] is "lying on the back"."""
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
    collections: Mapping[str, Collection] = field(default_factory=dict)
    muscle_groups: Mapping[str, MuscleGroup] = field(default_factory=dict)
    load_parts: Mapping[str, LoadPart] = field(default_factory=dict)

    def pose(self, slug: str) -> Pose:
        """Find a pose or a form of one by its slug; UnknownSlug names the nearest."""
        found = self.poses.get(slug)
        if found is None:
            raise UnknownSlug(unknown("pose", slug, self.poses))
        return found

    def collection(self, slug: str) -> Collection:
        """Find a collection by its slug; UnknownSlug names the nearest."""
        found = self.collections.get(slug)
        if found is None:
            raise UnknownSlug(unknown("collection", slug, self.collections))
        return found

    def forms_of(self, slug: str) -> tuple[Pose, ...]:
        return tuple(pose for pose in self.poses.values() if pose.form_of == slug)


def unknown(kind: str, found: str, allowed: Mapping[str, object]) -> str:
    """The sentence for a word that is not in a vocabulary, with what would have been right."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes pay for it

    near = get_close_matches(found, list(allowed), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(sorted(allowed))}."
    return f"{found!r} is not a {kind}; {hint}"

"""Props at hand, what does the same at home, and which of them a pose uses."""

from collections.abc import Iterable, Mapping

from karani.errors import RequestError
from karani.library.library import unknown
from karani.library.pose import Pose
from karani.library.vocabulary import Prop

ARTICLES = frozenset(("a", "an", "the"))
LONG_ENOUGH_FOR_COMFORT_S = 180.0
"""A shorter stay is not worth the fetching of an optional prop."""


def props_at_hand(named: Iterable[str], props: Mapping[str, Prop]) -> frozenset[str]:
    """Slugs of the props that a person has, by their own names or by what does the same at home."""
    return frozenset(find_prop(name, props) for name in named)


def find_prop(name: str, props: Mapping[str, Prop]) -> str:
    if name in props:
        return name
    wanted = without_article(str(name))
    at_home = [(slug, without_article(thing)) for slug, prop in props.items() for thing in prop.household]
    same = [slug for slug, thing in at_home if thing == wanted]
    alike = [slug for slug, thing in at_home if wanted and thing.endswith(f" {wanted}")]
    for slug in same + alike:
        return slug
    raise RequestError(capital_error(unknown("prop", str(name), props)))


def capital_error(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


def without_article(thing: str) -> str:
    first, _, rest = thing.strip().lower().replace("-", " ").partition(" ")
    return rest if rest and first in ARTICLES else " ".join(filter(None, (first, rest)))


def missing_props(pose: Pose, at_hand: frozenset[str]) -> tuple[str, ...]:
    """Needed props that are not at hand, in the pose's own order."""
    return tuple(use.prop for use in pose.props if not use.optional and use.prop not in at_hand)


def props_in_use(
    pose: Pose, at_hand: frozenset[str], in_use: frozenset[str], *, comfort: bool
) -> tuple[str, ...]:
    """What a pose needs; and, where there is time for comfort, what lies there already and one thing more."""
    if not comfort or pose.hold.usual_s < LONG_ENOUGH_FOR_COMFORT_S:
        return tuple(use.prop for use in pose.props if not use.optional)
    optional = [use.prop for use in pose.props if use.optional and use.prop in at_hand]
    fresh = [prop for prop in optional if prop not in in_use][:1]
    wanted = pose.needed_props | {prop for prop in optional if prop in in_use} | set(fresh)
    return tuple(dict.fromkeys(use.prop for use in pose.props if use.prop in wanted))

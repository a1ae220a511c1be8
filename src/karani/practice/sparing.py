"""What a pose spares of another by its computed load: the order in which what is easier is offered, and the words for it.

It only orders what rules allow. Two loads that are next to nothing count as the same, so that content keeps the say there.
"""

from collections.abc import Sequence

from karani.library.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import LoadPart, PainPlace
from karani.practice import wording
from karani.practice.own_body import OwnBody

CLEARLY = 0.9
"""A load is called lower below this share of the other."""


def by_load(
    slugs: Sequence[str], hurting: Pose, place: PainPlace, body: OwnBody, library: Library
) -> list[str]:
    """Lower loads on the parts of the place first; then what is not computed, then what is no lower, each as it came."""
    here = body.load(hurting.slug, place.parts)
    if here is None:
        return list(slugs)
    little = sum(library.load_parts[part].little for part in place.parts)

    def rank(slug: str) -> tuple[int, float]:
        there = body.load(slug, place.parts)
        if there is None:
            return 1, 0.0
        told = 0.0 if there < little else there
        return (0 if there < little or there < here else 2), told

    return sorted(slugs, key=rank)


def reason_for(easier: Pose, hurting: Pose, place: PainPlace, body: OwnBody, library: Library) -> str:
    here, there = body.load(hurting.slug, place.parts), body.load(easier.slug, place.parts)
    parts = [library.load_parts[part] for part in place.parts]
    if here is None or there is None or not is_lower(there, here, sum(part.little for part in parts)):
        return wording.asks_less(hurting)
    return wording.lower_load(names_of(parts), there / here, hurting)


def is_lower(there: float, here: float, little: float) -> bool:
    """Whether it is worth telling: clearly lower than a load that is there."""
    return here >= little and there <= CLEARLY * here


def names_of(parts: Sequence[LoadPart]) -> str:
    return wording.joined([part.name for part in parts])


def tell_spared(form: Pose, of: Pose, part: LoadPart, there: float | None, here: float | None) -> str:
    """Whether a form spares the part that it is meant to; `there` of the form and `here` of the pose are in the part's unit,
    None where the model could not tell."""
    if there is None or here is None:
        which = form if there is None else of
        return f"Whether it spares the {part.name} the model cannot say: it does not hold {which.name}."
    if here < part.little and there < part.little:
        return f"The model finds no lower load on the {part.name}: it is next to nothing in both."
    if is_lower(there, here, part.little):
        return f"Spares the {part.name}: {percent(there / here)} of the load in {of.name}."
    return (
        f"The model finds no clearly lower load on the {part.name}: {amount(there, part)} here, "
        f"{amount(here, part)} in {of.name}."
    )


def percent(share: float) -> str:
    return "less than 1\u00a0%" if share < 0.01 else f"{100 * share:.0f}\u00a0%"  # noqa: PLR2004 - of a hundred


def amount(load: float, part: LoadPart) -> str:
    return f"{load:.0f} {part.unit}"

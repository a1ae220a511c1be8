"""The cautions of a guide as one reads them: what this person told of first, the rest in groups of one action."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from karani.guide.guide import GuideCaution


@dataclass(frozen=True, slots=True)
class CautionGroup:
    """`names`: the conditions, to be seen without the reasons."""

    action: str
    action_name: str
    names: str
    cautions: tuple[GuideCaution, ...]


@dataclass(frozen=True, slots=True)
class Cautions:
    yours: tuple[GuideCaution, ...]
    groups: tuple[CautionGroup, ...]


def group_cautions(cautions: tuple[GuideCaution, ...], told: Collection[str]) -> Cautions:
    """`cautions` come with the strictest first, and so do the groups."""
    yours = tuple(caution for caution in cautions if caution.condition in told)
    others = (caution for caution in cautions if caution.condition not in told)
    return Cautions(yours, tuple(group_of(tuple(each)) for _, each in groupby(others, attrgetter("action"))))


def group_of(cautions: tuple[GuideCaution, ...]) -> CautionGroup:
    first = cautions[0]
    names = "; ".join(caution.condition_name for caution in cautions)
    return CautionGroup(first.action, first.action_name, names, cautions)

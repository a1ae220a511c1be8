"""Two poses side by side: the same facts of both, in the same order, and what is the same marked."""

from collections.abc import Callable
from dataclasses import dataclass

from karani.guide.guide import Guide, Named
from karani.guide.likeness import Demands, Likeness, compare
from karani.guide.sources import GRADES
from karani.library import Library


@dataclass(frozen=True, slots=True)
class ComparedRow:
    name: str
    here: str
    there: str

    @property
    def same(self) -> bool:
        return self.here == self.there


@dataclass(frozen=True, slots=True)
class ComparedCondition:
    """How one condition meets each of the two; empty where nothing speaks against it."""

    name: str
    here: str
    here_name: str
    there: str
    there_name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    rows: tuple[ComparedRow, ...]
    conditions: tuple[ComparedCondition, ...]
    likeness: Likeness


ROWS: tuple[tuple[str, Callable[[Guide], str]], ...] = (
    ("Position", lambda guide: guide.position),
    ("Kind", lambda guide: ", ".join(guide.types)),
    ("Level", lambda guide: guide.level),
    ("Hold", lambda guide: guide.hold.sentence + (", each side" if guide.sides > 1 else "")),
    ("Props", lambda guide: ", ".join(prop.name for prop in guide.props if not prop.optional) or "none"),
    ("Meets", lambda guide: listed(guide.needs)),
    ("Lengthens", lambda guide: listed(guide.muscles.stretches)),
    ("Works", lambda guide: listed(guide.muscles.works)),
    ("Breath", lambda guide: guide.breath.name),
    ("Known best", lambda guide: say_best(guide)),  # noqa: PLW0108 - it is defined below
)


def compare_guides(here: Guide, there: Guide, library: Library, demands: Demands | None = None) -> Comparison:
    return Comparison(
        rows=tuple(ComparedRow(name, read(here), read(there)) for name, read in ROWS),
        conditions=compare_conditions(here, there, library),
        likeness=compare(library.pose(here.slug), library.pose(there.slug), library, demands),
    )


def compare_conditions(here: Guide, there: Guide, library: Library) -> tuple[ComparedCondition, ...]:
    """Conditions that one of the two meets otherwise than the other, in the order of the vocabulary."""
    mine = {caution.condition: caution for caution in here.cautions}
    theirs = {caution.condition: caution for caution in there.cautions}
    found = []
    for slug, condition in library.conditions.items():
        one, other = mine.get(slug), theirs.get(slug)
        if (one.action if one else "") != (other.action if other else ""):
            found.append(
                ComparedCondition(
                    condition.name,
                    one.action if one else "",
                    one.action_name if one else "",
                    other.action if other else "",
                    other.action_name if other else "",
                )
            )
    return tuple(found)


def listed(named: tuple[Named, ...]) -> str:
    return ", ".join(one.name for one in named) or "none"


def say_best(guide: Guide) -> str:
    """The claim that is known best, with its grade."""
    if not guide.benefits:
        return "nothing is claimed"
    best = min(guide.benefits, key=lambda benefit: GRADES.index(benefit.grade))
    return f"{best.name} ({best.grade_name.lower()})"

"""Two poses side by side, and the choice of which."""

from dataclasses import dataclass

from karani.guide import Guide
from karani.guide.comparison import Comparison, compare_guides
from karani.library import Library
from karani.web.pages.common import Choice
from karani.web.shelf import GuideShelf


@dataclass(frozen=True, slots=True)
class SideBySidePage:
    here: Guide
    there: Guide
    comparison: Comparison
    choices_here: tuple[Choice, ...]
    choices_there: tuple[Choice, ...]


def compose_side_by_side(here: str, there: str, guides: GuideShelf, library: Library) -> SideBySidePage:
    """Without slugs the first two poses; UnknownSlug for one that is not there."""
    first, second, *_ = library.poses
    one, other = guides.guide(here or first), guides.guide(there or second)
    return SideBySidePage(
        one,
        other,
        compare_guides(one, other, library),
        choices(one.slug, library),
        choices(other.slug, library),
    )


def choices(chosen: str, library: Library) -> tuple[Choice, ...]:
    return tuple(Choice(pose.slug, pose.name, pose.slug == chosen) for pose in library.poses.values())

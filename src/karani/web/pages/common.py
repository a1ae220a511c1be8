"""What more than one page shows."""

from dataclasses import dataclass

from markupsafe import Markup

from karani.guide.refs import stands_at_wall
from karani.library import Library
from karani.library.pose import Pose


@dataclass(frozen=True, slots=True)
class PoseLink:
    """A pose as a page names it; `glyph` is the inside of an <svg viewBox="0 0 120 80">."""

    slug: str
    name: str
    sanskrit_name: str
    url: str
    glyph: Markup
    wall: bool


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    chosen: bool


def link_to(pose: Pose) -> PoseLink:
    return PoseLink(
        slug=pose.slug,
        name=pose.name,
        sanskrit_name=pose.sanskrit_name,
        url=f"/poses/{pose.slug}",
        glyph=Markup(pose.glyph),  # noqa: S704 - checked content of ours
        wall=stands_at_wall(pose),
    )


def link_or_none(slug: str | None, library: Library) -> PoseLink | None:
    pose = library.poses.get(slug or "")
    return link_to(pose) if pose else None


def and_list(names: tuple[str, ...]) -> str:
    """("a wall", "a blanket") -> "a wall and a blanket"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def with_article(name: str) -> str:
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"

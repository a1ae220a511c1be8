"""The poses, searched and narrowed."""

from dataclasses import dataclass
from difflib import get_close_matches

from markupsafe import Markup

from karani.guide.guide import Named
from karani.guide.hold import describe_hold
from karani.library import Library
from karani.library.fold import fold
from karani.library.search import Match, search
from karani.web.marks import marked
from karani.web.pages.common import PoseLink, link_or_none, link_to
from karani.web.pages.for_you import ForYou, Known, describe_for
from karani.web.pages.poses_filter import FilterChoice, FilterGroup, PosesAsked, is_wanted, list_groups

HIDING = frozenset({"avoid", "modify", "ask_doctor", "noted", "excluded"})
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class PoseCard:
    link: PoseLink
    name_marked: Markup
    sanskrit_marked: Markup
    devanagari: str
    summary: str
    hold_text: str
    needs_text: str
    types_text: str
    props: tuple[Named, ...]
    guide_only: bool
    form_of: PoseLink | None
    for_you: ForYou | None


@dataclass(frozen=True, slots=True)
class PosesPage:
    query: str
    sentence: str
    show_all_url: str
    cards: tuple[PoseCard, ...]
    filters: tuple[FilterGroup, ...]
    safe: bool
    safe_url: str
    near: PoseLink | None
    needs: tuple[FilterChoice, ...]


def compose_poses(asked: PosesAsked, known: Known, library: Library) -> PosesPage:
    found = [match for match in search(library, asked.query) if is_wanted(library.poses[match.slug], asked)]
    cards = [describe_card(match, known, library) for match in found]
    shown = tuple(card for card in cards if not (asked.safe and is_hidden(card)))
    hidden = len(cards) - len(shown)
    filters = list_groups(asked, library)
    return PosesPage(
        query=asked.query,
        sentence=describe_found(len(shown), hidden, asked.query),
        show_all_url=asked.url(safe=False) if hidden else "",
        cards=shown,
        filters=filters,
        safe=asked.safe,
        safe_url=asked.url(safe=not asked.safe),
        near=None if cards else find_near(asked.query, library),
        needs=filters[0].choices,
    )


def is_personal(page: PosesPage) -> bool:
    """Whether it shows, or hides, a pose because of what this person told."""
    return bool(page.show_all_url) or any(card.for_you for card in page.cards)


def is_hidden(card: PoseCard) -> bool:
    return card.for_you is not None and card.for_you.action in HIDING


def describe_card(match: Match, known: Known, library: Library) -> PoseCard:
    pose = library.poses[match.slug]
    return PoseCard(
        link=link_to(pose),
        name_marked=marked(match.name, match.marks),
        sanskrit_marked=marked(match.sanskrit_name, match.sanskrit_marks),
        devanagari=pose.devanagari,
        summary=pose.summary,
        hold_text=describe_hold(pose.hold).sentence,
        needs_text=", ".join(library.needs[need].name for need in pose.needs),
        types_text=", ".join(library.words["type"][kind] for kind in pose.types),
        props=tuple(Named(use.prop, library.props[use.prop].name) for use in pose.props if not use.optional),
        guide_only=pose.guide_only,
        form_of=link_or_none(pose.form_of, library),
        for_you=describe_for(known, pose, library),
    )


def describe_found(shown: int, hidden: int, query: str) -> str:
    """2 poses match “legs up”. 3 are hidden by “Safe for me”."""
    poses = "1 pose" if shown == 1 else f"{shown} poses"
    verb = "matches" if shown == 1 else "match"
    found = f"{poses} {verb} “{query}”." if query else f"{poses}."
    hiding = f" {hidden} {'is' if hidden == 1 else 'are'} hidden by “Safe for me”." if hidden else ""
    return found + hiding


def find_near(query: str, library: Library) -> PoseLink | None:
    """The pose whose name is most like what was typed."""
    names = {
        fold(name): pose
        for pose in library.poses.values()
        for name in (pose.name, pose.sanskrit_name)
        if name
    }
    near = get_close_matches(fold(query), names, n=1, cutoff=ALIKE)
    return link_to(names[near[0]]) if near else None

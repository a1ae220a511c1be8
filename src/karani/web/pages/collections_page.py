"""The collections, and one of them: its introduction, its poses in their order, and why each is there."""

from dataclasses import dataclass

from markupsafe import Markup

from karani.guide.markdown import markdown_to_html
from karani.library import Library
from karani.library.collection import Collection, CollectionPose
from karani.web.pages.common import PoseLink, link_to
from karani.web.pages.for_you import ForYou, Known, describe_for


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """`picture` is the pose that stands for it."""

    name: str
    url: str
    sentence: str
    picture: PoseLink
    remark: str


@dataclass(frozen=True, slots=True)
class CollectionsPage:
    cards: tuple[CollectionCard, ...]


@dataclass(frozen=True, slots=True)
class CollectionEntry:
    link: PoseLink
    why: str
    role_name: str
    guide_only: bool
    for_you: ForYou | None


@dataclass(frozen=True, slots=True)
class CollectionPage:
    slug: str
    name: str
    sentence: str
    introduction: Markup
    order: str
    minutes: int
    entries: tuple[CollectionEntry, ...]
    others: tuple[CollectionCard, ...]
    error: str


def compose_collections(library: Library) -> CollectionsPage:
    return CollectionsPage(list_cards(library))


def list_cards(library: Library) -> tuple[CollectionCard, ...]:
    return tuple(describe_card(collection, library) for collection in library.collections.values())


def describe_card(collection: Collection, library: Library) -> CollectionCard:
    return CollectionCard(
        name=collection.name,
        url=f"/collections/{collection.slug}",
        sentence=collection.sentence,
        picture=link_to(library.pose(collection.picture)),
        remark=f"{len(collection.poses)} poses, {collection.minutes} minutes",
    )


def compose_collection(
    collection: Collection, known: Known, library: Library, error: str = ""
) -> CollectionPage:
    url = f"/collections/{collection.slug}"
    return CollectionPage(
        slug=collection.slug,
        name=collection.name,
        sentence=collection.sentence,
        introduction=Markup(markdown_to_html(collection.introduction)),  # noqa: S704 - HTML in it stays text
        order=collection.order,
        minutes=collection.minutes,
        entries=tuple(describe_entry(entry, known, library) for entry in collection.poses),
        others=tuple(card for card in list_cards(library) if card.url != url),
        error=error,
    )


def describe_entry(entry: CollectionPose, known: Known, library: Library) -> CollectionEntry:
    pose = library.pose(entry.pose)
    return CollectionEntry(
        link=link_to(pose),
        why=entry.why,
        role_name=library.words["role"].get(entry.role, ""),
        guide_only=pose.guide_only,
        for_you=describe_for(known, pose, library),
    )

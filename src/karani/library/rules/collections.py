"""A collection names what exists, can be practiced, and says in its own words why."""

from collections import Counter
from collections.abc import Iterator

from karani.library.collection import Collection
from karani.library.findings import Finding
from karani.library.leaving_out import leaves_out
from karani.library.rules.phrases import find_unwanted
from karani.library.rules.shelf import Shelf, list_unknown

FEWEST_POSES = 3
MAIN = "main"


def collections_name_what_exists(shelf: Shelf) -> Iterator[Finding]:
    library = shelf.library
    for collection in library.collections.values():
        roles = [entry.role for entry in collection.poses if entry.role]
        for kind, named, allowed in (
            ("pose", [collection.picture, *(entry.pose for entry in collection.poses)], library.poses),
            ("need", [collection.need], library.needs),
            ("word of words.toml [role]", roles, library.words.get("role", {})),
        ):
            for sentence in list_unknown(kind, named, allowed):
                yield find_in_collection(collection, kind.split()[0], sentence)


def collections_have_a_main_pose(shelf: Shelf) -> Iterator[Finding]:
    for collection in shelf.library.collections.values():
        if not collection.slugs_in(MAIN):
            yield find_in_collection(
                collection, "poses", "has none with role = 'main'; at least one would be right"
            )


def collections_are_more_than_a_pair(shelf: Shelf) -> Iterator[Finding]:
    for collection in shelf.library.collections.values():
        if len(collection.poses) < FEWEST_POSES:
            sentence = f"has {len(collection.poses)}; {FEWEST_POSES} or more would be right"
            yield find_in_collection(collection, "poses", sentence)


def collections_name_a_pose_once(shelf: Shelf) -> Iterator[Finding]:
    for collection in shelf.library.collections.values():
        for slug, count in Counter(entry.pose for entry in collection.poses).items():
            if count > 1:
                yield find_in_collection(
                    collection, "poses", f"names {slug!r} {count} times; once would be right"
                )


def what_a_collection_plans_may_be_planned(shelf: Shelf) -> Iterator[Finding]:
    for collection in shelf.library.collections.values():
        need = shelf.library.needs[collection.need]
        for entry in collection.poses:
            if not entry.role:
                continue
            if shelf.library.poses[entry.pose].guide_only:
                sentence = f"{entry.pose!r} is only explained, never planned; role = '' would be right"
                yield find_in_collection(collection, "poses", sentence)
            if leaves_out(need, shelf.library.poses[entry.pose]):
                sentence = f"{entry.pose!r} is left out for {collection.need!r}; another need, or role = '', would be right"
                yield find_in_collection(collection, "poses", sentence)


def collections_promise_nothing(shelf: Shelf) -> Iterator[Finding]:
    for collection in shelf.library.collections.values():
        for text in list_texts(collection):
            for found, say in find_unwanted(text, shelf.standards.texts.not_written):
                yield find_in_collection(collection, "", f"says {found!r}; {say} would be right")


def reasons_are_said_once(shelf: Shelf) -> Iterator[Finding]:
    """No two collections share a sentence, and none is empty."""
    told: dict[str, str] = {}
    for collection in shelf.library.collections.values():
        for text in list_texts(collection):
            if not text.strip():
                yield find_in_collection(collection, "", "has an empty text; own words would be right")
            elif text in told:
                sentence = f"{text[:60]!r} stands in {told[text]}, too; own words would be right"
                yield find_in_collection(collection, "", sentence)
            told[text] = f"collections/{collection.slug}"


def list_texts(collection: Collection) -> tuple[str, ...]:
    whys = (entry.why for entry in collection.poses)
    return (
        collection.sentence,
        collection.order,
        *whys,
        *filter(None, collection.introduction.split("\n\n")),
    )


def find_in_collection(collection: Collection, field: str, sentence: str) -> Finding:
    return Finding(f"collections/{collection.slug}.toml", field, sentence)


STRUCTURE_RULES = (collections_name_what_exists, collections_have_a_main_pose)
CRAFT_RULES = (
    collections_are_more_than_a_pair,
    collections_name_a_pose_once,
    what_a_collection_plans_may_be_planned,
    collections_promise_nothing,
    reasons_are_said_once,
)

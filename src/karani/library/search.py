"""Finding poses by what a person types: names in any spelling, needs, props, kinds, muscles, and the conditions in which a
pose takes the place of another; small slips are forgiven.

Every word typed must be met. A word of the name counts more than other names, and these more than all else.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from karani.library.fold import fold, fold_with_origins
from karani.library.library import Library
from karani.library.pose import Pose
from karani.library.slip import is_slip

WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963])+")
"""Letters and digits; the vowel signs of Devanagari are letters too, though Unicode calls them marks."""
LONGEST_QUERY = 200
NAME_STARTS, NAME_HOLDS, OTHER_NAME, KIND, SLIP = 0, 1, 2, 3, 5
"""How far off a met word is; the sum over the words orders what is found."""

MOST_KEPT = 4
"""Libraries whose entries are kept."""

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A pose that was found. Marks: (start, end) of the letters that matched, to be underlined."""

    slug: str
    name: str
    sanskrit_name: str
    marks: Marks
    """In `name`."""
    sanskrit_marks: Marks
    """In `sanskrit_name`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pose can be found by, folded."""

    names: tuple[str, ...]
    others: str
    kinds: str


KEPT: dict[int, tuple[Library, tuple[Entry, ...]]] = {}


def search(library: Library, text: str) -> tuple[Match, ...]:
    """Best first; everything, in the library's order, when nothing is asked."""
    asked = list_asked(text)
    found = [
        (score, place, mark(pose, asked))
        for place, (pose, entry) in enumerate(zip(library.poses.values(), list_entries(library), strict=True))
        if (score := score_pose(entry, asked)) is not None
    ]
    return tuple(match for _, _, match in sorted(found, key=lambda item: item[:2]))


def is_found(pose: Pose, library: Library, text: str) -> bool:
    """Whether `search` would find this pose."""
    return score_pose(enter(pose, library, ()), list_asked(text)) is not None


def list_asked(text: str) -> tuple[str, ...]:
    return list_words(fold(text[:LONGEST_QUERY]))


def list_entries(library: Library) -> tuple[Entry, ...]:
    """One for each pose, in the library's order; made once for a library and kept."""
    kept = KEPT.get(id(library))
    if kept is None or kept[0] is not library:
        if len(KEPT) >= MOST_KEPT:
            KEPT.clear()
        kept = KEPT[id(library)] = (library, make_entries(library))
    return kept[1]


def make_entries(library: Library) -> tuple[Entry, ...]:
    stands_in: defaultdict[str, list[str]] = defaultdict(list)
    for pose in library.poses.values():
        for caution in pose.cautions:
            if (
                caution.instead
                and library.conditions[caution.condition].name not in stands_in[caution.instead]
            ):
                stands_in[caution.instead].append(library.conditions[caution.condition].name)
    return tuple(enter(pose, library, stands_in[pose.slug]) for pose in library.poses.values())


def enter(pose: Pose, library: Library, stands_in_for: Iterable[str]) -> Entry:
    """`stands_in_for`: names of conditions in which it takes the place of another pose."""
    return Entry(
        names=(fold(pose.name), fold(pose.sanskrit_name)),
        others=fold(" ".join((*pose.alternate_names, pose.slug.replace("-", " "), pose.devanagari))),
        kinds=fold(" ".join((*list_kinds(pose, library), *stands_in_for))),
    )


def list_kinds(pose: Pose, library: Library) -> Iterator[str]:
    """Words for need, prop with its household substitutes, muscle, type, position and target."""
    for slug in pose.needs:
        yield library.needs[slug].name
    for use in pose.props:
        yield from (library.props[use.prop].name, *library.props[use.prop].household)
    for slug in (*pose.stretches, *pose.works):
        yield from (library.muscles[slug].name, library.muscles[slug].latin)
    for kind, words in (("type", pose.types), ("position", (pose.position,)), ("target", pose.targets)):
        yield from (library.words[kind][word] for word in words)


def score_pose(entry: Entry, asked: Iterable[str]) -> int | None:
    """None when a word is met nowhere."""
    scores = [score_word(entry, word) for word in asked]
    met = [score for score in scores if score is not None]
    return sum(met) if len(met) == len(scores) else None


def score_word(entry: Entry, word: str) -> int | None:
    words = [part for name in entry.names for part in list_words(name)]
    if any(part.startswith(word) for part in words):
        return NAME_STARTS
    if any(word in part for part in words):
        return NAME_HOLDS
    if starts_a_word(word, entry.others):
        return OTHER_NAME
    if starts_a_word(word, entry.kinds):
        return KIND
    known = (*words, *list_words(entry.others), *list_words(entry.kinds))
    return SLIP if any(is_slip(word, part) for part in known) else None


@lru_cache(maxsize=4096)
def list_words(folded: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded))


def starts_a_word(word: str, folded: str) -> bool:
    return any(part.startswith(word) for part in list_words(folded))


def mark(pose: Pose, asked: tuple[str, ...]) -> Match:
    return Match(
        slug=pose.slug,
        name=pose.name,
        sanskrit_name=pose.sanskrit_name,
        marks=mark_name(pose.name, asked),
        sanskrit_marks=mark_name(pose.sanskrit_name, asked),
    )


def mark_name(name: str, asked: tuple[str, ...]) -> Marks:
    """Where the asked words stand in a name; a slip marks the whole word that was meant."""
    folded, origins = fold_with_origins(name)
    spans = [span for word in asked for span in find_word(folded, word)]
    marked = sorted({origins[place] for start, end in spans for place in range(start, end)})
    return tuple(join_runs(marked))


def find_word(folded: str, word: str) -> list[tuple[int, int]]:
    starts = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(word)}", folded)]
    inside = starts or [found.span() for found in re.finditer(re.escape(word), folded)]
    return inside or [found.span() for found in WORD.finditer(folded) if is_slip(word, found.group())]


def join_runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in places:
        if place != end:
            if end > 0:
                yield start, end
            start = place
        end = place + 1
    if end > 0:
        yield start, end

"""Poses side by side: what each does to the blood of the same person."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from karani.library import Library
from karani.practice.at_rest import held_at_rest
from karani.web.pages.blood_page import (
    RANGES,
    Computed,
    Score,
    read_compared,
    read_scores,
    say_person,
)
from karani.web.pages.blood_words import Range
from karani.web.pages.common import Choice, PoseLink, link_to

MOST = 4
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    link: PoseLink
    at_rest: bool
    rows: tuple[Fact, ...]
    failure: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    url: str
    """Opened, it has computed what is missing."""
    person: str
    columns: tuple[Column, ...]
    poses: tuple[Choice, ...]
    chosen: tuple[str, ...]
    scores: Mapping[str, Score]
    waits: bool


def choose_poses(asked: Sequence[str], library: Library) -> tuple[str, ...]:
    """Two to four poses: those asked for, and for want of them those of content; unknown ones are left out."""
    known = [slug for slug in dict.fromkeys(asked) if slug in library.poses][:MOST]
    if len(known) >= FEWEST:
        return tuple(known)
    return tuple(dict.fromkeys([*known, *read_compared(library)]))[:MOST]


def compose_compare(
    slugs: tuple[str, ...], computed: Mapping[str, Computed], library: Library
) -> ComparePage:
    columns = tuple(column_of(slug, computed[slug], library) for slug in slugs)
    asked = urlencode([("pose", slug) for slug in slugs] + [("compute", "yes")])
    return ComparePage(
        url=f"/compare?{asked}",
        person=person_of(computed.values()),
        columns=columns,
        poses=tuple(
            Choice(slug, pose.name, chosen=False)
            for slug, pose in sorted(library.poses.items(), key=lambda each: each[1].name)
        ),
        chosen=slugs,
        scores=read_scores(),
        waits=any(not column.rows and not column.failure for column in columns),
    )


def person_of(computed: Iterable[Computed]) -> str:
    found = next((each.found for each in computed if each.found is not None), None)
    return "of your measures" if found is None else say_person(json.loads(found)["person"])


def column_of(slug: str, computed: Computed, library: Library) -> Column:
    pose = library.pose(slug)
    return Column(
        link=link_to(pose),
        at_rest=held_at_rest(pose),
        rows=facts_of(computed.found) if computed.found is not None else (),
        failure=computed.failure,
    )


def facts_of(found: bytes) -> tuple[Fact, ...]:
    numbers = {name: Range(*values) for name, values in json.loads(found)["numbers"].items()}
    return tuple(
        Fact(name, f"{numbers[key].text(digits)} {unit}")
        for key, name, unit, digits in RANGES
        if key in numbers
    )

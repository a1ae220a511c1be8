"""Gathering a whole content folder: the vocabularies, the breathing protocols, then every pose and form."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from karani.library.collection import Collection
from karani.library.content_file import read_toml
from karani.library.fields import FieldError, Fields
from karani.library.library import Library
from karani.library.pose import Pose
from karani.library.read_breathing import breathing_reader
from karani.library.read_collection import read_collection
from karani.library.read_pose import read_pose
from karani.library.read_vocabulary import (
    read_claim,
    read_condition,
    read_contributor,
    read_feature_values,
    read_load_part,
    read_muscle,
    read_muscle_group,
    read_need,
    read_pain_place,
    read_pauses,
    read_place,
    read_prop,
    read_red_flag,
    read_reference,
    read_rule,
    read_transition,
    read_words,
)
from karani.library.vocabulary import Breathing, Rule, Transition

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OnError = Callable[[FieldError], None]


class Named(Protocol):
    @property
    def slug(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=Named)


class Gatherer:
    """Reads one file after the other; what is wrong in a file goes to `on_error`, which may raise it."""

    def __init__(self, content: Path, on_error: OnError) -> None:
        self.content = content
        self.on_error = on_error

    def attempt(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except FieldError as error:
            self.on_error(error)
            return otherwise

    def rows(self, file: str, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        def read_rows() -> tuple[T, ...]:
            return read_toml(self.content, self.content / file, lambda fields: fields.each(key, read))

        return self.attempt(read_rows, ())

    def named(self, file: str, key: str, read: Callable[[Fields], N]) -> Mapping[str, N]:
        rows = self.rows(file, key, read)
        return self.attempt(lambda: by_slug(file, key, rows), {})

    def table(self, file: str, read: Callable[[Fields], Mapping[str, T]]) -> Mapping[str, T]:
        return self.attempt(lambda: read_toml(self.content, self.content / file, read), {})


def gather(content: Path, on_error: OnError) -> Library:
    """Everything under a content folder that can be read."""
    if not content.is_dir():
        on_error(
            FieldError(
                str(content), "", "is no folder; a content folder with poses/ and vocabulary/ would be right"
            )
        )
    gatherer = Gatherer(content, on_error)
    rules = gatherer.rows("vocabulary/screening_rules.toml", "rules", read_rule)
    return Library(
        poses=gather_poses(gatherer, rules),
        conditions=gatherer.named("vocabulary/conditions.toml", "conditions", read_condition),
        rules=rules,
        red_flags=gatherer.rows("vocabulary/red_flags.toml", "red_flags", read_red_flag),
        pain_places=gatherer.named("vocabulary/pain_places.toml", "pain_places", read_pain_place),
        needs=gatherer.named("vocabulary/needs.toml", "needs", read_need),
        props=gatherer.named("vocabulary/props.toml", "props", read_prop),
        places=gatherer.named("vocabulary/places.toml", "places", read_place),
        transitions=gather_transitions(gatherer),
        breathings=gather_breathings(gatherer),
        claims=gatherer.named("vocabulary/claims.toml", "claims", read_claim),
        references=gatherer.named("references.toml", "references", read_reference),
        muscles=gatherer.named("vocabulary/muscles.toml", "muscles", read_muscle),
        muscle_groups=gatherer.named("vocabulary/muscle_groups.toml", "muscle_groups", read_muscle_group),
        load_parts=gatherer.named("vocabulary/load_parts.toml", "load_parts", read_load_part),
        pauses_s=gatherer.table("vocabulary/pauses.toml", read_pauses),
        features=gatherer.table("vocabulary/features.toml", read_feature_values),
        words=gatherer.table("vocabulary/words.toml", read_words),
        contributors=gatherer.named("contributors.toml", "contributors", read_contributor),
        collections=gather_collections(gatherer),
    )


def gather_poses(gatherer: Gatherer, rules: tuple[Rule, ...]) -> Mapping[str, Pose]:
    poses: dict[str, Pose] = {}
    for folder, form_of in list_pose_folders(gatherer.content):
        pose = gatherer.attempt(partial(read_new_pose, gatherer.content, folder, form_of, rules, poses), None)
        if pose is not None:
            poses[pose.slug] = pose
    return poses


def list_pose_folders(content: Path) -> Iterator[tuple[Path, str | None]]:
    """Each pose's folder, then those of its forms, with the slug of the pose that they are forms of."""
    for folder in list_folders(content / "poses"):
        yield folder, None
        for form in list_folders(folder / "variations"):
            yield form, folder.name


def list_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def read_new_pose(
    content: Path, folder: Path, form_of: str | None, rules: tuple[Rule, ...], earlier: Mapping[str, Pose]
) -> Pose | None:
    file = folder.relative_to(content).as_posix()
    if not SLUG.fullmatch(folder.name):
        raise FieldError(file, "", "is no slug; small letters, digits and single hyphens would be right")
    if folder.name in earlier:
        raise FieldError(file, "", "is the second folder of this name; a name of its own would be right")
    return read_pose(content, folder, form_of, rules)


def gather_transitions(gatherer: Gatherer) -> Mapping[tuple[str, str], Transition]:
    rows = gatherer.rows("vocabulary/transitions.toml", "transitions", read_transition)
    return {(row.start, row.end): row for row in rows}


def gather_breathings(gatherer: Gatherer) -> Mapping[str, Breathing]:
    files = sorted((gatherer.content / "breathing").glob("*.toml"))
    read = (
        gatherer.attempt(partial(read_toml, gatherer.content, file, breathing_reader(file.stem)), None)
        for file in files
    )
    return {breathing.slug: breathing for breathing in read if breathing is not None}


def gather_collections(gatherer: Gatherer) -> Mapping[str, Collection]:
    files = sorted((gatherer.content / "collections").glob("*.toml"))
    read = (gatherer.attempt(partial(read_collection, gatherer.content, file), None) for file in files)
    found = sorted((one for one in read if one is not None), key=lambda one: (one.place, one.slug))
    return {collection.slug: collection for collection in found}


def by_slug(file: str, key: str, rows: tuple[N, ...]) -> Mapping[str, N]:
    found: dict[str, N] = {}
    for row in rows:
        if row.slug in found:
            raise FieldError(
                file, f"{key}.{row.slug}", "stands there twice; a slug of its own would be right"
            )
        found[row.slug] = row
    return found

"""Whether a pose's forms spare what they are meant to, as computed for this body; and how far from the wall it rests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from karani.library import Library
from karani.library.pose import Pose
from karani.practice.sparing import tell_spared

Numbers = Mapping[str, float | None]
"""By part; None where the model does not hold the body in the pose."""


@dataclass(frozen=True, slots=True)
class Spared:
    """`lines` by form: empty while it is not computed. `rest`: the person's own distance, empty where none is told."""

    url: str
    lines: Mapping[str, tuple[str, ...]]
    waits: bool
    rest: str
    rest_waits: bool


@dataclass(frozen=True, slots=True)
class SparedPage:
    """The lines as a page of their own."""

    pose_name: str
    pose_url: str
    names: Mapping[str, str]
    spared: Spared


def compose_spared(
    pose: Pose, found: Mapping[str, Numbers], library: Library, *, rest: str, rest_waits: bool, waits: bool
) -> Spared:
    """`found`: what is computed, by pose; `waits`: whether more may come."""
    forms = list_sparing(pose, library)
    return Spared(
        url=f"/poses/{pose.slug}/spared",
        lines={form.slug: tuple(list_lines(form, found, library)) for form in forms},
        waits=waits,
        rest=rest,
        rest_waits=rest_waits,
    )


def list_sparing(pose: Pose, library: Library) -> list[Pose]:
    """Of the pose and all its forms those that say what they spare; its own form first."""
    forms = [form for form in library.forms_of(pose.root) if form.spares]
    return sorted(forms, key=lambda form: form.slug != pose.slug)


def list_lines(form: Pose, found: Mapping[str, Numbers], library: Library) -> Iterable[str]:
    if form.slug not in found or form.root not in found:
        return
    of, there, here = library.pose(form.root), found[form.slug], found[form.root]
    for part in form.spares:
        yield tell_spared(form, of, library.load_parts[part], there[part], here[part])

"""What the poses page was asked to show, and the addresses that ask for a little more or less."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from karani.library import Library
from karani.library.pose import Pose

GROUPS = {"need": "Meets", "prop": "At hand", "position": "Position", "type": "Kind"}
ALL = "all"


@dataclass(frozen=True, slots=True)
class FilterChoice:
    value: str
    name: str
    chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class FilterGroup:
    name: str
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class PosesAsked:
    """`chosen` holds the values of each group; `safe` hides what the person may not do."""

    query: str
    chosen: Mapping[str, tuple[str, ...]]
    safe: bool

    def url(self, *, group: str = "", value: str = "", safe: bool | None = None) -> str:
        """The address of this page with a value toggled, or with safe set."""
        fields = [("q", self.query)] if self.query else []
        for name, values in self.chosen.items():
            fields += [(name, one) for one in toggled(values, value if name == group else "")]
        if not (self.safe if safe is None else safe):
            fields.append(("safe", ALL))
        return f"/poses?{urlencode(fields)}" if fields else "/poses"


def toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    if not value:
        return values
    return tuple(one for one in values if one != value) if value in values else (*values, value)


def read_poses_asked(
    query: str, sent: Mapping[str, Iterable[str]], safe: str, library: Library
) -> PosesAsked:
    """Values that no pose of the library has are dropped."""
    chosen = {
        group: tuple(value for value in dict.fromkeys(sent[group]) if value in names)
        for group, names in names_of_groups(library).items()
    }
    return PosesAsked(query=query.strip()[:200], chosen=chosen, safe=safe != ALL)


def names_of_groups(library: Library) -> dict[str, dict[str, str]]:
    poses = library.poses.values()
    positions, types = {pose.position for pose in poses}, {kind for pose in poses for kind in pose.types}
    return {
        "need": {need.slug: need.name for need in library.needs.values()},
        "prop": {prop.slug: prop.name for prop in library.props.values()},
        "position": {slug: name for slug, name in library.words["position"].items() if slug in positions},
        "type": {slug: name for slug, name in library.words["type"].items() if slug in types},
    }


def list_groups(asked: PosesAsked, library: Library) -> tuple[FilterGroup, ...]:
    names = names_of_groups(library)
    return tuple(
        FilterGroup(group, label, list_choices(group, names[group], asked)) for group, label in GROUPS.items()
    )


def list_choices(group: str, names: dict[str, str], asked: PosesAsked) -> tuple[FilterChoice, ...]:
    chosen = asked.chosen[group]
    return tuple(
        FilterChoice(value, name, value in chosen, asked.url(group=group, value=value))
        for value, name in names.items()
    )


def is_wanted(pose: Pose, asked: PosesAsked) -> bool:
    """Any of the chosen needs, positions and kinds; and no prop beside those at hand, where any are named."""
    chosen = asked.chosen
    return (
        (not chosen["need"] or bool(set(chosen["need"]) & set(pose.needs)))
        and (not chosen["prop"] or pose.needed_props <= set(chosen["prop"]))
        and (not chosen["position"] or pose.position in chosen["position"])
        and (not chosen["type"] or bool(set(chosen["type"]) & set(pose.types)))
    )

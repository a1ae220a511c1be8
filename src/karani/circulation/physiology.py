"""The model's numbers as read from content/physiology, where each stands with its unit and source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from karani.circulation.held import Held
from karani.circulation.kernel.groups import Breathing, Effort, GettingUp, Heart, Reflex, Vessels
from karani.circulation.kernel.layout import ARMS, COMPARTMENTS, LEG_TISSUE, LINKS
from karani.circulation.persons import Persons
from karani.library.content_file import read_toml
from karani.library.fields import Fields
from karani.library.packaged import PACKAGED_CONTENT

FOLDER = "physiology"
FITTED = "fitted.toml"
GROUPS: Mapping[str, Callable[..., Any]] = {
    "heart": Heart,
    "vessels": Vessels,
    "reflex": Reflex,
    "breathing": Breathing,
    "getting_up": GettingUp,
    "effort": Effort,
    "held": Held,
    "persons": Persons,
}
LEAST, MOST = -1e6, 1e6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of nature. `log_sd`: free in the fit, with this spread of its logarithm; None: taken as published."""

    value: float
    unit: str
    source: str
    log_sd: float | None


@dataclass(frozen=True, slots=True)
class Vessel:
    unstressed_ml: float
    compliance_ml_per_mmhg: float
    most_ml: float
    residual_share: float


@dataclass(frozen=True, slots=True)
class ReflexArm:
    begins_s: float
    peaks_s: float
    ends_s: float


@dataclass(frozen=True, slots=True)
class Physiology:
    """The reference person: groups of numbers, and tables by name."""

    heart: Heart
    vessels: Vessels
    reflex: Reflex
    breathing: Breathing
    getting_up: GettingUp
    effort: Effort
    held: Held
    persons: Persons
    compartments: Mapping[str, Vessel]
    links: Mapping[tuple[str, str], float]
    arms: Mapping[str, ReflexArm]


@cache
def read_physiology(content: Path = PACKAGED_CONTENT) -> Physiology:
    """The numbers with the fitted ones in their places; ContentError names file and field."""
    fitted = read_fitted(content)
    groups = {
        name: kind(**{key: fitted.get(f"{name}.{key}", found.value) for key, found in table.items()})
        for name, kind in GROUPS.items()
        for table in [read_quantities(content, name)]
    }
    return physiology_of(content, groups)


def physiology_of(content: Path, groups: Mapping[str, Any]) -> Physiology:
    return Physiology(
        **groups,
        compartments=read_compartments(content),
        links=read_links(content),
        arms=read_arms(content),
    )


def read_quantities(content: Path, group: str) -> dict[str, Quantity]:
    """Every number of one group, as published."""
    names = cast("Any", GROUPS[group])._fields
    return read_toml(content, content / FOLDER / f"{group}.toml", lambda fields: quantities_of(fields, names))


def quantities_of(fields: Fields, names: tuple[str, ...]) -> dict[str, Quantity]:
    return {name: quantity_of(fields.required_table(name)) for name in names}


def quantity_of(fields: Fields) -> Quantity:
    quantity = Quantity(
        value=fields.number("value", LEAST, MOST),
        unit=fields.text("unit"),
        source=fields.text("source"),
        log_sd=fields.number("log_sd", 0.0, 2.0) if fields.has("log_sd") else None,
    )
    fields.done()
    return quantity


def read_fitted(content: Path) -> dict[str, float]:
    """Fitted values by "group.name"; they take the place of the published ones."""
    path = content / FOLDER / FITTED

    def fitted_of(fields: Fields) -> dict[str, float]:
        return {
            f"{group}.{key}": value
            for group in fields.names()
            for key, value in fitted_group(fields.table(group)).items()
        }

    return read_toml(content, path, fitted_of)


def fitted_group(fields: Fields) -> dict[str, float]:
    return {key: fields.number(key, LEAST, MOST) for key in fields.names()}


def read_compartments(content: Path) -> dict[str, Vessel]:
    vessels = read_rows(content, "compartments", "compartment", compartment_of)
    for name in COMPARTMENTS[len(COMPARTMENTS) - len(vessels) - 1 : LEG_TISSUE]:
        assert name in vessels, name
    return vessels


def compartment_of(fields: Fields) -> tuple[str, Vessel]:
    name = fields.word("name", COMPARTMENTS)
    fields.text("source")
    return name, Vessel(
        unstressed_ml=fields.number("unstressed_ml", 0.0, MOST),
        compliance_ml_per_mmhg=fields.number("compliance_ml_per_mmhg", 1e-3, MOST),
        most_ml=fields.number("most_ml", 0.0, MOST),
        residual_share=fields.number("residual_share", 0.0, 1.0),
    )


def read_links(content: Path) -> dict[tuple[str, str], float]:
    links = read_rows(content, "links", "link", link_of)
    assert set(links) == set(LINKS), set(links) ^ set(LINKS)
    return links


def link_of(fields: Fields) -> tuple[tuple[str, str], float]:
    fields.text("source")
    pair = fields.word("start", COMPARTMENTS), fields.word("end", COMPARTMENTS)
    return pair, fields.number("resistance_mmhg_s_per_ml", 1e-4, MOST)


def read_arms(content: Path) -> dict[str, ReflexArm]:
    arms = read_rows(content, "arms", "arm", arm_of)
    assert set(arms) == set(ARMS), set(arms) ^ set(ARMS)
    return arms


def arm_of(fields: Fields) -> tuple[str, ReflexArm]:
    fields.text("source")
    arm = ReflexArm(*(fields.number(key, 0.0, 60.0) for key in ("begins_s", "peaks_s", "ends_s")))
    return fields.word("name", ARMS), arm


def read_rows(content: Path, file: str, key: str, read: Callable[[Fields], tuple[Any, T]]) -> dict[Any, T]:
    path = content / FOLDER / f"{file}.toml"
    return read_toml(content, path, lambda fields: dict(fields.each(key, read)))

"""What studies measured in people near to a pose: numbers of theirs, beside whatever a model computes."""

from dataclasses import dataclass
from functools import cache

from karani.guide.sources import describe_source
from karani.library import Library
from karani.library.content_file import read_toml
from karani.library.fields import Fields
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.pose import Pose

FILE = "physiology/measured.toml"
NATURAL = "natural"


@dataclass(frozen=True, slots=True)
class Measured:
    """One study's numbers. `legs` and `head` are features; empty fits all."""

    reference: str
    legs: tuple[str, ...]
    head: tuple[str, ...]
    counted: bool
    text: str


@dataclass(frozen=True, slots=True)
class MeasuredView:
    text: str
    citation: str
    url: str


def list_measured(pose: Pose, library: Library) -> tuple[MeasuredView, ...]:
    """The studies that fit a pose's features, as a page shows them."""
    return tuple(
        describe_measured(measured, library)
        for measured in read_measured()
        if fits(measured, pose) and library.references[measured.reference].verified == "yes"
    )


def describe_measured(measured: Measured, library: Library) -> MeasuredView:
    source = describe_source(1, library.references[measured.reference])
    return MeasuredView(measured.text, source.citation, source.url)


def fits(measured: Measured, pose: Pose) -> bool:
    return (
        (not measured.legs or pose.features.legs in measured.legs)
        and (not measured.head or pose.features.head in measured.head)
        and (not measured.counted or pose.breath != NATURAL)
    )


@cache
def read_measured() -> tuple[Measured, ...]:
    return read_toml(
        PACKAGED_CONTENT, PACKAGED_CONTENT / FILE, lambda fields: fields.each("measured", measured_of)
    )


def measured_of(fields: Fields) -> Measured:
    return Measured(
        reference=fields.text("reference"),
        legs=fields.texts("legs") if fields.has("legs") else (),
        head=fields.texts("head") if fields.has("head") else (),
        counted=fields.flag("counted") if fields.has("counted") else False,
        text=fields.text("text"),
    )

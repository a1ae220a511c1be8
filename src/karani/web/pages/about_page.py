"""About: every source, every credit, and where the data lie."""

from dataclasses import dataclass

from karani import __version__
from karani.guide import Source, number_sources
from karani.library import Library


@dataclass(frozen=True, slots=True)
class AboutPage:
    sources: tuple[Source, ...]
    credits: tuple[str, ...]
    pose_count: int
    form_count: int
    version: str
    data_place: str


def compose_about(library: Library, data_place: str) -> AboutPage:
    poses = library.poses.values()
    return AboutPage(
        sources=number_sources(sorted(library.references.values(), key=lambda reference: reference.citation)),
        credits=list_credits(library),
        pose_count=sum(pose.form_of is None for pose in poses),
        form_count=sum(pose.form_of is not None for pose in poses),
        version=__version__,
        data_place=data_place,
    )


def list_credits(library: Library) -> tuple[str, ...]:
    """Who and what stands behind the texts, then what single poses owe."""
    people = (f"{contributor.name}. {contributor.about}" for contributor in library.contributors.values())
    poses = (credit for pose in library.poses.values() for credit in pose.credits)
    return tuple(dict.fromkeys((*people, *poses)))

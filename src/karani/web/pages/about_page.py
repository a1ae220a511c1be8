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
        credits=tuple(dict.fromkeys(credit for pose in poses for credit in pose.credits)),
        pose_count=sum(pose.form_of is None for pose in poses),
        form_count=sum(pose.form_of is not None for pose in poses),
        version=__version__,
        data_place=data_place,
    )

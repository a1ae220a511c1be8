"""The sources of a guide: numbered in the order in which its benefits name them."""

from collections.abc import Iterable

from karani.guide.guide import GuideStudy, Source
from karani.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import Reference


def list_sources(pose: Pose, library: Library) -> tuple[Source, ...]:
    """What the pose's benefits name, then the studies of the pose itself."""
    claims = (library.claims[benefit.claim] for benefit in pose.benefits)
    named = [slug for claim in claims for slug in claim.support + claim.against]
    named += [reference.slug for reference in library.references.values() if pose.slug in reference.poses]
    return number_sources(library.references[slug] for slug in dict.fromkeys(named))


def list_studied(pose: Pose, sources: Iterable[Source]) -> tuple[GuideStudy, ...]:
    return tuple(
        GuideStudy(source.number, source.finding, source.partial)
        for source in sources
        if pose.slug in source.poses
    )


def number_sources(references: Iterable[Reference]) -> tuple[Source, ...]:
    return tuple(describe_source(number, reference) for number, reference in enumerate(references, start=1))


def describe_source(number: int, reference: Reference) -> Source:
    return Source(
        number=number,
        slug=reference.slug,
        citation=reference.citation,
        year=reference.year,
        identifier=reference.identifier,
        url=reference.url,
        finding=reference.finding,
        partial=reference.verified == "partial",
        poses=reference.poses,
    )

"""The sources of a guide: numbered in the order in which its benefits name them."""

from collections.abc import Iterable

from karani.guide.guide import GuideStudy, Source
from karani.library import Library
from karani.library.pose import Benefit, Pose
from karani.library.vocabulary import Reference

GRADES = ("strong", "moderate", "mixed", "weak", "computed", "none")
"""From what is known best to what nobody has found."""


def list_sources(pose: Pose, library: Library) -> tuple[Source, ...]:
    """What the pose's benefits name, then the studies of the pose itself."""
    claims = (library.claims[benefit.claim] for benefit in best_known_first(pose, library))
    named = [slug for claim in claims for slug in claim.support + claim.against]
    named += [reference.slug for reference in library.references.values() if pose.slug in reference.poses]
    return number_sources(library.references[slug] for slug in dict.fromkeys(named))


def best_known_first(pose: Pose, library: Library) -> list[Benefit]:
    return sorted(pose.benefits, key=lambda benefit: GRADES.index(library.claims[benefit.claim].grade))


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

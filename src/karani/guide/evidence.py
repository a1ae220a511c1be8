"""The evidence as a page: every claim over all poses, its grade, what was found for and against it, and who says it."""

from dataclasses import dataclass

from karani.guide.guide import PoseRef, Source
from karani.guide.refs import refer_to
from karani.guide.sources import GRADES, number_sources
from karani.library import Library
from karani.library.pose import Pose
from karani.library.vocabulary import Claim


@dataclass(frozen=True, slots=True)
class EvidenceClaim:
    """`poses` say it as a benefit; none does where the claim is about safety."""

    slug: str
    name: str
    grade: str
    grade_name: str
    sentence: str
    gap: str
    support: tuple[Source, ...]
    against: tuple[Source, ...]
    poses: tuple[PoseRef, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims in two groups, the best known first; sources in the order in which they are named."""

    benefits: tuple[EvidenceClaim, ...]
    safety: tuple[EvidenceClaim, ...]
    sources: tuple[Source, ...]
    counts: tuple[tuple[str, str, int], ...]
    """Grade, its name, and how many claims have it."""


def compose_evidence(library: Library) -> Evidence:
    told = {benefit.claim for pose in library.poses.values() for benefit in pose.benefits}
    ordered = sorted(library.claims.values(), key=lambda claim: GRADES.index(claim.grade))
    claims = [claim for claim in ordered if claim.slug in told]
    others = [claim for claim in ordered if claim.slug not in told]
    sources = number_claims([*claims, *others], library)
    return Evidence(
        benefits=tuple(describe_claim(claim, sources, library) for claim in claims),
        safety=tuple(describe_claim(claim, sources, library) for claim in others),
        sources=tuple(sources.values()),
        counts=count_grades(library),
    )


def number_claims(claims: list[Claim], library: Library) -> dict[str, Source]:
    named = dict.fromkeys(slug for claim in claims for slug in claim.support + claim.against)
    return {source.slug: source for source in number_sources(library.references[slug] for slug in named)}


def describe_claim(claim: Claim, sources: dict[str, Source], library: Library) -> EvidenceClaim:
    return EvidenceClaim(
        slug=claim.slug,
        name=claim.claim,
        grade=claim.grade,
        grade_name=library.words["grade"][claim.grade],
        sentence=claim.sentence,
        gap=claim.gap,
        support=tuple(sources[slug] for slug in claim.support),
        against=tuple(sources[slug] for slug in claim.against),
        poses=tuple(refer_to(pose) for pose in library.poses.values() if says(pose, claim)),
    )


def says(pose: Pose, claim: Claim) -> bool:
    return any(benefit.claim == claim.slug for benefit in pose.benefits)


def count_grades(library: Library) -> tuple[tuple[str, str, int], ...]:
    grades = [claim.grade for claim in library.claims.values()]
    return tuple(
        (grade, library.words["grade"][grade], grades.count(grade)) for grade in GRADES if grade in grades
    )

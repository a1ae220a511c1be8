"""The sources of a guide: numbered in the order in which its benefits name them."""

from collections.abc import Iterable

from karani.guide.guide import Source
from karani.library import Library
from karani.library.vocabulary import Claim, Reference


def list_sources(claims: Iterable[Claim], library: Library) -> tuple[Source, ...]:
    named = (slug for claim in claims for slug in claim.support + claim.against)
    return number_sources(library.references[slug] for slug in dict.fromkeys(named))


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
    )

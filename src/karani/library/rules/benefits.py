"""A benefit never says more than is known."""

from collections.abc import Iterator

from karani.library.findings import Finding
from karani.library.pose import Pose
from karani.library.rules.phrases import find_unwanted, holds_any
from karani.library.rules.shelf import Shelf, find_in, list_unknown
from karani.library.vocabulary import Claim

WELL_SUPPORTED = ("strong", "moderate")
READ = "yes"


def wording_follows_the_grade(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for benefit in pose.benefits:
        grade = shelf.library.claims[benefit.claim].grade
        hedges = shelf.standards.texts.hedges.get(grade, ())
        if hedges and not holds_any(benefit.text, hedges):
            sentence = f"{benefit.text!r} says more than the grade {grade!r} allows; one of {', '.join(hedges)} would be right"
            yield find_in(pose, f"benefits.{benefit.claim}", sentence)


def nothing_weak_sounds_strong(pose: Pose, shelf: Shelf) -> Iterator[Finding]:
    for benefit in pose.benefits:
        grade = shelf.library.claims[benefit.claim].grade
        for sentence in list_too_strong(benefit.text, grade, shelf):
            yield find_in(pose, f"benefits.{benefit.claim}", sentence)


def no_weak_claim_sounds_strong(shelf: Shelf) -> Iterator[Finding]:
    for claim in shelf.library.claims.values():
        for sentence in list_too_strong(claim.sentence, claim.grade, shelf):
            yield find_in_claim(claim, sentence)


def list_too_strong(text: str, grade: str, shelf: Shelf) -> Iterator[str]:
    unwanted = [group for group in shelf.standards.texts.too_strong if grade in group.grades]
    for found, say in find_unwanted(text, unwanted):
        yield f"says {found!r} of a claim graded {grade!r}; {say} would be right"


def benefits_are_told_once(pose: Pose, _: Shelf) -> Iterator[Finding]:
    claims = [benefit.claim for benefit in pose.benefits]
    for claim in sorted({claim for claim in claims if claims.count(claim) > 1}):
        yield find_in(
            pose, f"benefits.{claim}", "stands there twice; one sentence for each claim would be right"
        )


def claims_say_no_more_than_their_grade(shelf: Shelf) -> Iterator[Finding]:
    for claim in shelf.library.claims.values():
        hedges = shelf.standards.texts.hedges.get(claim.grade, ())
        if hedges and not holds_any(claim.sentence, hedges):
            sentence = f"{claim.sentence!r} says more than {claim.grade!r} allows; one of {', '.join(hedges)} would be right"
            yield find_in_claim(claim, sentence)


def good_grades_rest_on_studies_that_were_read(shelf: Shelf) -> Iterator[Finding]:
    for claim in shelf.library.claims.values():
        read = [slug for slug in claim.support if shelf.library.references[slug].verified == READ]
        if claim.grade in WELL_SUPPORTED and not read:
            yield find_in_claim(
                claim,
                f"is graded {claim.grade!r} without a study that was read; a lower grade would be right",
            )


def references_were_seen_and_are_cited(shelf: Shelf) -> Iterator[Finding]:
    cited = {slug for claim in shelf.library.claims.values() for slug in (*claim.support, *claim.against)}
    seen = shelf.library.words.get("verified", {})
    for reference in shelf.library.references.values():
        field = f"references.{reference.slug}"
        if reference.verified not in seen:
            yield Finding(
                "references.toml",
                field,
                f"verified is {reference.verified!r}; {' or '.join(seen)} would be right",
            )
        for sentence in list_unknown("pose", reference.poses, shelf.library.poses):
            yield Finding("references.toml", field, sentence)
        if reference.slug not in cited:
            yield Finding("references.toml", field, "no claim cites it; leaving it out would be right")


def find_in_claim(claim: Claim, sentence: str) -> Finding:
    return Finding("vocabulary/claims.toml", f"claims.{claim.slug}", sentence)


POSE_RULES = (wording_follows_the_grade, nothing_weak_sounds_strong, benefits_are_told_once)
SHELF_RULES = (
    claims_say_no_more_than_their_grade,
    no_weak_claim_sounds_strong,
    good_grades_rest_on_studies_that_were_read,
    references_were_seen_and_are_cited,
)

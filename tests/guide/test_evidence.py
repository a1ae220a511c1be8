"""The evidence page says of every claim how well it is known, and of every pose whether it was studied itself."""

import pytest

from karani.guide import compose, compose_evidence
from karani.guide.sources import GRADES
from karani.library import Library, read_library


@pytest.fixture
def library() -> Library:
    return read_library()


def test_every_claim_stands_there_once_with_its_grade(library: Library) -> None:
    evidence = compose_evidence(library)
    told = [claim.slug for claim in (*evidence.benefits, *evidence.safety)]
    assert sorted(told) == sorted(library.claims)
    for claim in (*evidence.benefits, *evidence.safety):
        assert claim.grade == library.claims[claim.slug].grade
        assert claim.grade_name == library.words["grade"][claim.grade]


def test_what_is_known_best_comes_first(library: Library) -> None:
    for group in (compose_evidence(library).benefits, compose_evidence(library).safety):
        places = [GRADES.index(claim.grade) for claim in group]
        assert places == sorted(places)


def test_every_claim_has_a_study_or_says_that_none_was_found(library: Library) -> None:
    for claim in (*compose_evidence(library).benefits, *compose_evidence(library).safety):
        if not claim.support and not claim.against:
            assert claim.grade == "none"
        assert claim.gap


def test_a_study_has_a_citation_and_what_was_read_only_in_part_is_marked(library: Library) -> None:
    for source in compose_evidence(library).sources:
        reference = library.references[source.slug]
        assert source.citation
        assert source.partial == (reference.verified != "yes")


def test_good_grades_rest_on_a_study_that_was_read(library: Library) -> None:
    evidence = compose_evidence(library)
    for claim in (*evidence.benefits, *evidence.safety):
        if claim.grade in {"strong", "moderate"}:
            assert any(not source.partial for source in claim.support)


def test_the_poses_that_say_it_are_named(library: Library) -> None:
    for claim in compose_evidence(library).benefits:
        for pose in claim.poses:
            assert claim.slug in {benefit.claim for benefit in library.pose(pose.slug).benefits}
        assert claim.poses


def test_a_pose_that_was_never_studied_says_so(library: Library) -> None:
    studied = {slug for reference in library.references.values() for slug in reference.poses}
    for pose in library.poses.values():
        guide = compose(pose, library)
        assert bool(guide.studied) == (pose.slug in studied)
        assert ("No study of this very pose was found" in guide.studied_sentence) != (pose.slug in studied)


def test_the_wall_itself_was_studied_for_eyes_and_shanks(library: Library) -> None:
    guide = compose(library.pose("viparita-karani"), library)
    slugs = {source.number: source.slug for source in guide.sources}
    assert {slugs[study.number] for study in guide.studied} == {"chen-2020", "jasien-2015", "swathi-2023"}

"""What is like what, what takes whose place, and who stands behind a guide."""

from dataclasses import replace

import pytest

from karani.body import Body, Person, read_body
from karani.body.solve_posture import solve_posture
from karani.guide import compose
from karani.guide.comparison import compare_guides
from karani.guide.credit import NOT_REVIEWED, list_credits
from karani.guide.demand import Demand, demand_of
from karani.guide.likeness import MUCH, compare, list_similar, traits
from karani.guide.substitution import list_stands_in
from karani.library import Library, read_library
from karani.library.vocabulary import Contributor
from karani.muscles import make_muscles, solve_muscles

LIBRARY = read_library()


@pytest.fixture
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def asha(tmp_path_factory: pytest.TempPathFactory) -> Body:
    return read_body(Person(), tmp_path_factory.mktemp("body"))


def test_a_pose_is_wholly_like_itself_and_likeness_is_mutual(library: Library) -> None:
    wall, bend = library.pose("viparita-karani"), library.pose("uttanasana")
    assert compare(wall, wall, library).share == 1
    there, back = compare(wall, bend, library), compare(bend, wall, library)
    assert there.share == back.share
    assert there.whole.alike == back.whole.alike
    assert there.whole.only_here == back.whole.only_there


def test_what_is_alike_and_what_is_not_is_said_in_words(library: Library) -> None:
    like = compare(library.pose("viparita-karani"), library.pose("apanasana"), library)
    assert "lying on the back" in like.whole.alike
    assert "the legs raised" in like.whole.only_here
    assert "the hips bent far" in like.whole.only_there


LYING = Demand({}, {}, {"head": -3.0, "hip": -4.0, "knee": -5.0, "ankle": -7.0})
LEGS_UP = Demand({"hamstrings": 0.6}, {}, {"head": -3.0, "hip": -4.0, "knee": 34.0, "ankle": 69.0})
HELD = Demand(
    {"hamstrings": 0.3}, {"iliopsoas": 0.5}, {"head": 20.0, "hip": -40.0, "knee": -40.0, "ankle": -50.0}
)


def parts(here: Demand, there: Demand) -> dict[str, float]:
    demands = {"viparita-karani": here, "savasana": there}
    like = compare(LIBRARY.pose("viparita-karani"), LIBRARY.pose("savasana"), LIBRARY, demands)
    assert like.share == pytest.approx(sum(part.share for part in like.parts) / len(like.parts))
    return {part.name: part.share for part in like.parts}


def test_likeness_has_three_parts_and_each_is_whole_where_both_ask_the_same() -> None:
    found = parts(LEGS_UP, LEGS_UP)
    assert (found["Muscles"], found["Blood"]) == (1, 1)
    assert found["Posture"] < 1


def test_muscles_are_alike_by_what_they_share() -> None:
    assert parts(LEGS_UP, HELD)["Muscles"] == pytest.approx(0.3 / (0.6 + 0.5))
    assert parts(LEGS_UP, LYING)["Muscles"] == 0
    assert parts(LYING, LYING)["Muscles"] == 1


def test_work_that_nobody_could_compute_does_not_count() -> None:
    unknown = replace(HELD, worked=None)
    assert parts(LEGS_UP, unknown)["Muscles"] == pytest.approx(0.3 / 0.6)


def test_blood_is_alike_by_the_heights_above_the_heart() -> None:
    apart_cm = (0 + 0 + 39 + 76) / 4
    assert parts(LEGS_UP, LYING)["Blood"] == pytest.approx(1 - apart_cm / 60)
    assert parts(LEGS_UP, HELD)["Blood"] == 0


def test_without_what_is_computed_posture_alone_counts(library: Library) -> None:
    poses = library.pose("viparita-karani"), library.pose("savasana")
    assert [part.name for part in compare(*poses, library, {"savasana": LYING}).parts] == ["Posture"]


def test_muscles_and_heights_are_told_in_words(library: Library) -> None:
    poses = library.pose("viparita-karani"), library.pose("savasana")
    told = compare(*poses, library, {"viparita-karani": LEGS_UP, "savasana": LYING}).whole
    assert "length in the hamstrings" in told.only_here
    assert "the feet 69 cm above the heart" in told.only_here
    assert "the feet level with the heart" in told.only_there


def test_what_a_pose_asks_is_read_from_its_posture_and_muscles(asha: Body, library: Library) -> None:
    posture = solve_posture(library.pose("uttanasana"), asha)
    found = demand_of(posture, solve_muscles(posture, make_muscles(asha)))
    assert found.lengthened["hamstrings"] > MUCH
    assert found.above_heart_cm["ankle"] < -50
    assert found.above_heart_cm["ankle"] == pytest.approx(
        posture.heights_cm["ankle"] - posture.heights_cm["heart"], abs=0.06
    )


def test_every_trait_of_a_feature_has_its_words(library: Library) -> None:
    kinds = {"type", "need", "position"}
    told = {
        f"{name}.{value}"
        for pose in library.poses.values()
        for name, value in traits(pose)
        if name not in kinds
    }
    assert told <= set(library.words["feature"])


@pytest.mark.parametrize("slug", sorted(LIBRARY.poses))
def test_similar_poses_can_be_practiced_and_are_no_forms_of_the_same(slug: str) -> None:
    pose = LIBRARY.pose(slug)
    shares = [like.share for like in list_similar(pose, LIBRARY)]
    assert shares == sorted(shares, reverse=True)
    for like in list_similar(pose, LIBRARY):
        assert LIBRARY.pose(like.ref.slug).root != pose.root
        assert not LIBRARY.pose(like.ref.slug).guide_only


def test_legs_up_the_wall_takes_the_place_of_headstand_for_a_troubled_neck(library: Library) -> None:
    found = {one.ref.slug: one.conditions for one in list_stands_in(library.pose("viparita-karani"), library)}
    neck = library.conditions["neck-problem"].name
    assert neck in found["salamba-sirsasana"]
    assert neck in found["salamba-sarvangasana"]


def test_who_stands_in_is_what_the_cautions_say(library: Library) -> None:
    told = {
        (one.ref.slug, condition, slug)
        for slug, pose in library.poses.items()
        for one in list_stands_in(pose, library)
        for condition in one.conditions
    }
    ruled = {
        (pose.slug, library.conditions[caution.condition].name, caution.instead)
        for pose in library.poses.values()
        for caution in pose.cautions
        if caution.instead
    }
    assert told == ruled


def test_a_comparison_shows_what_is_the_same_once(library: Library) -> None:
    here, there = (
        compose(library.pose(slug), library) for slug in ("viparita-karani", "viparita-karani-chair")
    )
    comparison = compare_guides(here, there, library)
    rows = {row.name: row for row in comparison.rows}
    assert rows["Position"].same
    assert (rows["Props"].here, rows["Props"].there) == ("wall", "chair")
    differing = {condition.name: condition for condition in comparison.conditions}
    back = differing[library.conditions["low-back-pain"].name]
    assert (back.here, back.there) == ("modify", "")
    assert library.conditions["dvt"].name not in differing


def test_authors_are_named_and_that_nobody_has_reviewed_is_said(library: Library) -> None:
    told = list_credits(library.pose("viparita-karani"), library)
    assert [credit.role for credit in told] == ["author", "reviewer", "source"]
    assert told[1].text == NOT_REVIEWED
    assert "Yoga Journal" in told[2].text


def test_a_reviewer_takes_the_place_of_that_sentence(library: Library) -> None:
    asha = Contributor("asha", "Asha, teacher", "reviewer", "Read every page.", "")
    reviewed = replace(library, contributors={**library.contributors, "asha": asha})
    told = list_credits(library.pose("savasana"), reviewed)
    assert NOT_REVIEWED not in [credit.text for credit in told]
    assert ("reviewer", "Asha, teacher") in [(credit.role, credit.text) for credit in told]

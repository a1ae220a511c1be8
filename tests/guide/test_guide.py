"""The guide of every pose: its sections hold what the content says, in words, and nothing more."""

import json
from dataclasses import replace

import pytest

from karani.guide import Guide, compose, guide_to_dict
from karani.guide.hold import describe_hold
from karani.guide.markdown import markdown_to_html
from karani.library import Library, Pose, read_library
from karani.library.pose import Hold

LIBRARY = read_library()
STRICTEST_FIRST = ["avoid", "modify", "ask_doctor", "caution"]


@pytest.fixture
def library() -> Library:
    return LIBRARY


@pytest.fixture
def legs_up(library: Library) -> Guide:
    return compose(library.pose("viparita-karani"), library)


@pytest.mark.parametrize("pose", LIBRARY.poses.values(), ids=lambda pose: pose.slug)
def test_every_pose_has_a_guide_that_survives_json(pose: Pose, library: Library) -> None:
    guide = compose(pose, library)
    content = json.loads(json.dumps(guide_to_dict(guide)))
    assert content["slug"] == pose.slug
    assert len(content["cautions"]) == len(pose.cautions)
    assert [step["cue"] for step in content["steps_in"]] == [
        step.cue for step in (pose.steps.enter if pose.steps else ())
    ]


@pytest.mark.parametrize("pose", LIBRARY.poses.values(), ids=lambda pose: pose.slug)
def test_cautions_come_strictest_first(pose: Pose, library: Library) -> None:
    actions = [STRICTEST_FIRST.index(caution.action) for caution in compose(pose, library).cautions]
    assert actions == sorted(actions)


@pytest.mark.parametrize("pose", LIBRARY.poses.values(), ids=lambda pose: pose.slug)
def test_steps_are_numbered_through_in_stay_and_out(pose: Pose, library: Library) -> None:
    guide = compose(pose, library)
    numbers = [step.number for step in (*guide.steps_in, *guide.stay, *guide.steps_out)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("pose", LIBRARY.poses.values(), ids=lambda pose: pose.slug)
def test_every_number_of_a_benefit_leads_to_its_source(pose: Pose, library: Library) -> None:
    guide = compose(pose, library)
    sources = {source.number: source.slug for source in guide.sources}
    for benefit in guide.benefits:
        claim = library.claims[benefit.claim]
        assert tuple(sources[number] for number in benefit.support) == claim.support
        assert tuple(sources[number] for number in benefit.against) == claim.against


def test_a_source_is_listed_once_and_numbered_from_one(legs_up: Guide) -> None:
    assert [source.number for source in legs_up.sources] == list(range(1, len(legs_up.sources) + 1))
    assert len({source.slug for source in legs_up.sources}) == len(legs_up.sources)


def test_a_study_that_was_read_in_part_is_marked(library: Library) -> None:
    sources = {
        source.slug: source for pose in library.poses.values() for source in compose(pose, library).sources
    }
    assert {source.partial for source in sources.values()} == {True, False}
    assert all(
        source.partial == (library.references[slug].verified == "partial") for slug, source in sources.items()
    )


def test_the_gaps_are_said_once_each(legs_up: Guide, library: Library) -> None:
    assert legs_up.gaps
    assert len(set(legs_up.gaps)) == len(legs_up.gaps)
    assert set(legs_up.gaps) <= {claim.gap for claim in library.claims.values()}


def test_a_pose_lists_its_forms_and_a_form_its_pose_and_sisters(legs_up: Guide, library: Library) -> None:
    forms = {form.ref.slug for form in legs_up.variations}
    assert "viparita-karani-chair" in forms
    chair = compose(library.pose("viparita-karani-chair"), library)
    assert chair.form_of is not None
    assert chair.form_of.slug == "viparita-karani"
    assert {form.ref.slug for form in chair.variations} == (forms | {"viparita-karani"}) - {
        "viparita-karani-chair"
    }


def test_legs_up_the_wall_stands_at_the_wall_and_the_chair_form_does_not(
    legs_up: Guide, library: Library
) -> None:
    assert legs_up.wall
    assert not compose(library.pose("viparita-karani-chair"), library).wall


def test_props_come_with_what_does_the_same_at_home(legs_up: Guide) -> None:
    wall = next(prop for prop in legs_up.props if prop.slug == "wall")
    assert not wall.optional
    assert wall.household


def test_what_muscles_do_is_said_to_be_expected_and_not_computed(legs_up: Guide) -> None:
    assert legs_up.muscles.stretches
    assert "not computed" in legs_up.muscles.sentence


def test_headstand_is_explained_and_never_planned(library: Library) -> None:
    headstand = compose(library.pose("salamba-sirsasana"), library)
    assert headstand.guide_only
    assert "never part of a plan" in headstand.guide_only_sentence
    assert compose(library.pose("viparita-karani"), library).guide_only_sentence == ""


def test_what_a_cue_adds_is_told_apart_with_the_muscles_it_calls_on(library: Library) -> None:
    guide = compose(library.pose("setu-bandha-sarvangasana"), library)
    (added,) = guide.muscles.added
    assert "press the feet down" in added.cue
    assert {group.slug for group in added.groups} == {"gluteus-maximus", "hamstrings", "vasti"}
    assert guide.steps_in
    assert compose(library.pose("savasana"), library).muscles.added == ()


def test_a_pose_without_benefits_and_muscles_still_has_a_guide(library: Library) -> None:
    bare = replace(
        library.pose("viparita-karani"), benefits=(), stretches=(), works=(), steps=None, cautions=()
    )
    guide = compose(bare, library)
    assert (guide.benefits, guide.gaps, guide.steps_in, guide.way_out) == ((), (), (), ())
    assert {source.slug for source in guide.sources} == {"chen-2020", "jasien-2015", "swathi-2023"}
    assert guide.muscles.sentence.startswith("Nothing is expected")


def test_html_in_a_guide_stays_text() -> None:
    assert markdown_to_html("Lie *down* <script>alert(1)</script>") == (
        "<p>Lie <em>down</em> &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )
    assert markdown_to_html("[here](javascript:alert(1))") == "<p>[here](javascript:alert(1))</p>"


@pytest.mark.parametrize(
    ("hold", "sentence"),
    [
        (Hold(600, 900, 1800), "10 to 30 minutes"),
        (Hold(60, 60, 60), "1 minute"),
        (Hold(30, 45, 60), "30 seconds to 1 minute"),
        (Hold(10, 20, 30), "10 to 30 seconds"),
        (Hold(90, 120, 300), "1.5 to 5 minutes"),
        (Hold(30, 60, 90), "30 seconds to 1.5 minutes"),
    ],
)
def test_a_hold_is_told_in_words(hold: Hold, sentence: str) -> None:
    assert describe_hold(hold).sentence == sentence

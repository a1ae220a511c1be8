import pytest

from karani.errors import RequestError
from karani.library import Library
from karani.practice import Practice, Request, plan
from tests.people import EVERY_PROP, asha, ben, chandra, dev
from tests.practice.laws import check_practice
from tests.practice.small_library import small_library


def slugs(practice: Practice) -> list[str]:
    return [segment.slug for segment in practice.segments]


def main_of(practice: Practice) -> str:
    return next(segment.slug for segment in practice.segments if segment.role == "main")


def left_out(practice: Practice) -> dict[str, str]:
    return {left.pose: left.reason for left in practice.left_out}


def test_asha_gets_legs_up_the_wall_to_calm_down(library: Library) -> None:
    practice = plan(asha(), library)
    assert main_of(practice) == "viparita-karani"
    assert practice.title == "Twenty minutes to calm down"
    assert practice.total_seconds == pytest.approx(1200, abs=0.01)


def test_chair_is_offered_when_the_low_back_is_sore(library: Library) -> None:
    practice = plan(ben(), library)
    assert main_of(practice) == "viparita-karani-chair"
    assert practice.segments[-1].pose == "viparita-karani"
    assert "Legs Up a Chair takes the place of Legs Up the Wall." in practice.warnings
    assert left_out(practice)["viparita-karani"].startswith("You told us your low back is sore.")
    assert left_out(practice)["viparita-karani"].endswith("Legs Up a Chair takes its place.")


def test_legs_go_up_with_high_blood_pressure_only_when_a_doctor_agreed(library: Library) -> None:
    asked = plan(chandra(), library)
    agreed = plan(chandra(doctor_agreed=frozenset(("hypertension-uncontrolled",))), library)
    assert main_of(asked) == "savasana-supported"
    assert left_out(asked)["viparita-karani"].endswith(
        "Ask your doctor first. Corpse Pose with Supported Knees takes its place."
    )
    assert main_of(agreed) == "viparita-karani"
    assert "Your doctor agreed." in agreed.segments[-1].notes[0]


def test_dev_gets_a_practice_without_any_prop(library: Library) -> None:
    practice = plan(dev(), library)
    assert not [prop for segment in practice.segments for prop in segment.props]
    assert left_out(practice)["viparita-karani-chair"] == "It needs a chair. The couch would do."


def test_a_couch_counts_as_a_chair(library: Library) -> None:
    practice = plan(dev(need="low-back", props=frozenset(("couch",))), library)
    assert main_of(practice) == "viparita-karani-chair"
    assert "chair" in practice.segments[-1].props


def test_a_need_brings_its_own_conditions(library: Library) -> None:
    practice = plan(asha(need="low-back", minutes=30), library)
    assert left_out(practice)["viparita-karani"].startswith("You told us your low back is sore.")
    assert "viparita-karani" not in slugs(practice)


def test_thin_bones_leave_rounding_out_with_the_reason(library: Library) -> None:
    practice = plan(asha(conditions=frozenset(("osteoporosis",)), minutes=45), library)
    assert "uttanasana" not in slugs(practice)
    assert left_out(practice)["uttanasana"].startswith(
        "You told us your bones are thin. Rounding under load is avoided"
    )


def test_an_excluded_pose_is_not_planned_and_the_list_says_so(library: Library) -> None:
    practice = plan(asha(excluded=frozenset(("viparita-karani",))), library)
    assert main_of(practice) == "viparita-karani-chair"
    assert left_out(practice)["viparita-karani"] == "You asked to leave it out."


def test_the_main_pose_alone_is_a_practice(library: Library) -> None:
    practice = plan(asha(need="this-pose", pose="viparita-karani"), library)
    assert slugs(practice) == ["viparita-karani"]
    assert practice.title == "Twenty minutes in Legs Up the Wall"


def test_ten_minutes_are_a_marked_short_form(library: Library) -> None:
    practice = plan(asha(minutes=10), library)
    assert slugs(practice) == ["viparita-karani"]
    assert 300 <= practice.segments[0].hold_s < 600
    assert practice.warnings == (
        "Legs Up the Wall is usually held for at least ten minutes. This is a short form.",
    )


def test_fifteen_minutes_hold_the_custom_ten(library: Library) -> None:
    practice = plan(asha(minutes=15), library)
    assert practice.segments[-1].hold_s >= 600
    assert practice.warnings == ()


def test_five_minutes_rest_with_bent_knees(library: Library) -> None:
    assert slugs(plan(asha(minutes=5), library)) == ["constructive-rest"]


def test_a_first_time_stays_five_to_seven_minutes_with_the_legs_up(library: Library) -> None:
    practice = plan(asha(first_time=True), library)
    main = next(segment for segment in practice.segments if segment.role == "main")
    assert 300 <= main.hold_s <= 420
    assert any(warning.startswith("For a first time") for warning in practice.warnings)


def test_an_hour_goes_down_once_and_ends_with_sitting_up(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    roles = [segment.role for segment in practice.segments]
    assert roles == sorted(roles, key=["arrive", "prepare", "support", "main", "rest", "return"].index)
    assert roles[-3:] == ["main", "rest", "return"]
    assert len(roles) >= 6


def test_before_sleep_the_last_pose_is_not_left_again(library: Library) -> None:
    practice = plan(asha(need="sleep", minutes=30), library)
    last = practice.segments[-1]
    assert (last.role, last.exit_s, practice.closing_s) == ("rest", 0, 0)
    assert last.reason == "You may fall asleep here."


@pytest.mark.parametrize("need", ["sleep", "migraine"])
@pytest.mark.parametrize("minutes", [10, 25, 45, 60])
def test_what_is_to_make_drowsy_neither_stands_nor_balances_nor_turns(
    need: str, minutes: int, library: Library
) -> None:
    for segment in plan(Request(need, minutes, props=EVERY_PROP), library).segments:
        features = library.pose(segment.slug).features
        assert not any((features.stand, features.balance, features.wrist))
        assert features.twist == "none"
        assert features.head != "below"


def test_the_bridge_comes_before_the_legs_go_up(library: Library) -> None:
    practice = plan(asha(need="after-practice", minutes=45), library)
    order = [library.pose(slug).features for slug in slugs(practice)]
    arched = [index for index, features in enumerate(order) if features.ext != "none"]
    raised = [index for index, features in enumerate(order) if features.legs == "raised"]
    assert arched
    assert max(arched) < min(raised)


def test_no_second_pose_keeps_the_legs_up_for_more_than_five_minutes(library: Library) -> None:
    small = small_library(library)
    practice = plan(Request("two-with-legs-up", 25, props=frozenset(("wall", "chair"))), small)
    assert slugs(practice)[:2] == ["on-the-wall", "on-a-chair"]
    assert practice.segments[1].hold_s == 300


def test_nothing_arches_after_the_legs_were_up(library: Library) -> None:
    practice = plan(Request("an-arch-at-last", 25, props=frozenset(("wall",))), small_library(library))
    assert slugs(practice) == ["on-the-wall", "rest"]


def test_both_sides_are_counted(library: Library) -> None:
    small = small_library(library)
    practice = plan(Request("a-twist", 15), small)
    twist = practice.segments[0]
    assert (twist.slug, twist.sides) == ("twist", 2)
    check_practice(practice, small)


def test_a_pose_that_needs_a_fetched_prop_says_it_once(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    assert practice.segments[-2].props[:2] == ("bolster", "blanket")
    for segment in practice.segments:
        assert len(set(segment.props)) == len(segment.props)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"minutes": 4}, "A practice lasts 5 to 60 whole minutes; 4 was asked for."),
        ({"minutes": 61}, "A practice lasts 5 to 60 whole minutes; 61 was asked for."),
        ({"minutes": float("nan")}, "A practice lasts 5 to 60 whole minutes; nan was asked for."),
        ({"minutes": 7.5}, "A practice lasts 5 to 60 whole minutes; 7.5 was asked for."),
        ({"minutes": "20"}, "A practice lasts 5 to 60 whole minutes; 20 was asked for."),
        ({"props": frozenset(("bolstr",))}, "'bolstr' is not a prop; did you mean 'bolster'?"),
        ({"conditions": frozenset(("glaukoma",))}, "'glaukoma' is not a condition; did you mean 'glaucoma'?"),
        ({"doctor_agreed": frozenset(("dvd",))}, "'dvd' is not a condition; did you mean 'dvt'?"),
        ({"excluded": frozenset(("savasna",))}, "'savasna' is not a pose; did you mean 'savasana'?"),
        ({"pose": "viparita"}, "'viparita' is not a pose; did you mean 'viparita-karani'?"),
        ({"need": "strss"}, "'strss' is not a need; did you mean 'stress'?"),
        ({"breath": "eve"}, "'eve' is not a breathing; did you mean 'even'?"),
        ({"count_s": 2.0}, "One count of the breath lasts 0.8 to 1.3 seconds; 2.0 was asked for."),
    ],
)
def test_a_bad_request_is_refused_in_one_sentence(
    library: Library, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(RequestError) as caught:
        plan(asha(**changes), library)
    assert str(caught.value) == sentence


def test_where_props_are_lacking_the_sentence_names_what_would_help(library: Library) -> None:
    with pytest.raises(RequestError) as caught:
        plan(Request("tired-legs", 20), small_library(library))
    assert str(caught.value) == (
        "Twenty minutes with no wall and no chair leave nothing for tired legs. "
        "Add a wall or a chair, or choose another need."
    )


def test_where_minutes_are_too_few_or_many_the_sentence_names_others(library: Library) -> None:
    short = Request("this-pose", 5, props=EVERY_PROP, pose="viparita-karani")
    with pytest.raises(RequestError) as caught:
        plan(short, library)
    assert str(caught.value) == "Five minutes are too short for Legs Up the Wall. Ask for ten minutes."
    with pytest.raises(RequestError) as caught:
        plan(Request("tired-legs", 60, props=frozenset(("wall",))), small_library(library))
    assert str(caught.value).startswith(
        "Sixty minutes are more than On the Wall and what goes with it can fill."
    )


def test_headstand_is_explained_not_led_and_another_pose_is_named(library: Library) -> None:
    with pytest.raises(RequestError) as caught:
        plan(asha(need="this-pose", pose="salamba-sirsasana"), library)
    assert str(caught.value) == (
        "Headstand cannot be led for you now. It is explained here, not led. "
        "Choose another pose, Legs Up the Wall for one."
    )

from dataclasses import replace

from karani.library import Library, Pose
from karani.library.pose import Caution
from karani.practice import screen
from tests.practice.small_library import POSE

NOBODY: frozenset[str] = frozenset()


def pose_with(*cautions: Caution) -> Pose:
    return replace(POSE, cautions=cautions)


AVOID = Caution("dvt", "avoid", "precaution", "A clot may move.", "kinder")
MODIFY = Caution("low-back-pain", "modify", "seed", "It can pinch.", "other")
ASK = Caution("glaucoma", "ask_doctor", "evidence", "Eye pressure rises.", "level")
CARE = Caution("hypotension", "caution", "evidence", "Rise slowly.", None)


def test_a_pose_is_allowed_when_no_condition_meets_it() -> None:
    verdict = screen(pose_with(AVOID, MODIFY, ASK, CARE), frozenset(("migraine",)))
    assert verdict.allowed
    assert verdict.notes == ()


def test_avoid_names_its_rule_and_what_to_do_instead() -> None:
    verdict = screen(pose_with(AVOID), frozenset(("dvt",)))
    assert (verdict.answer, verdict.because, verdict.instead) == ("avoided", AVOID, "kinder")


def test_modify_is_replaced_by_its_named_form() -> None:
    verdict = screen(pose_with(MODIFY), frozenset(("low-back-pain",)))
    assert (verdict.answer, verdict.instead) == ("replaced", "other")


def test_a_doctor_is_asked_first_and_then_the_pose_carries_its_note() -> None:
    asked = screen(pose_with(ASK), frozenset(("glaucoma",)))
    agreed = screen(pose_with(ASK), frozenset(("glaucoma",)), frozenset(("glaucoma",)))
    assert asked.answer == "needs-doctor"
    assert agreed.allowed
    assert agreed.notes == (ASK,)


def test_a_doctor_cannot_agree_to_what_is_avoided() -> None:
    assert screen(pose_with(AVOID), frozenset(("dvt",)), frozenset(("dvt",))).answer == "avoided"


def test_a_caution_is_allowed_with_its_note() -> None:
    verdict = screen(pose_with(CARE), frozenset(("hypotension",)))
    assert verdict.allowed
    assert verdict.notes == (CARE,)


def test_of_several_conditions_the_strictest_decides_and_all_forms_are_named() -> None:
    told = frozenset(("dvt", "low-back-pain", "glaucoma"))
    verdict = screen(pose_with(ASK, MODIFY, AVOID), told)
    assert verdict.because == AVOID
    assert verdict.insteads == ("kinder", "other", "level")


def test_a_form_that_is_named_for_a_condition_is_itself_allowed_for_it(library: Library) -> None:
    for pose in library.poses.values():
        for caution in pose.cautions:
            if caution.action in ("avoid", "modify") and caution.instead is not None:
                instead = screen(library.pose(caution.instead), frozenset((caution.condition,)))
                assert instead.allowed, f"{pose.slug}, {caution.condition}: {caution.instead}"


def test_legs_up_the_wall_gives_way_to_the_chair_when_the_low_back_is_sore(library: Library) -> None:
    verdict = screen(library.pose("viparita-karani"), frozenset(("low-back-pain",)))
    assert (verdict.answer, verdict.instead) == ("replaced", "viparita-karani-chair")

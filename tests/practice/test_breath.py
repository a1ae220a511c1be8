import pytest

from karani.library import Library
from karani.practice import Request, Script, plan, write_script
from tests.people import asha


def script_for(library: Library, **changes: object) -> Script:
    return write_script(plan(asha(**changes), library), library)


def counts(script: Script) -> list[tuple[int, int]]:
    """(in, out) of each breath."""
    pairs = zip(script.breaths[::2], script.breaths[1::2], strict=True)
    return [(inhale.counts, exhale.counts) for inhale, exhale in pairs]


def test_the_first_breath_is_shown_and_five_are_counted(library: Library) -> None:
    script = script_for(library)
    assert counts(script) == [(4, 8)] * 6
    assert [breath.number for breath in script.breaths[::2]] == [0, 1, 2, 3, 4, 5]
    assert {breath.of for breath in script.breaths} == {5}


def test_the_breath_follows_the_settling_and_hands_itself_back(library: Library) -> None:
    script = script_for(library)
    segment = script.segments[-1]
    assert segment.hold_start_s + 60 < script.breaths[0].at_s
    last = script.breaths[-1]
    handed_back = next(cue for cue in script.cues if cue.at_s >= last.at_s)
    assert handed_back.at_s == pytest.approx(last.at_s + last.seconds)
    assert handed_back.text == library.breathings["four-eight"].outro[0].cue


def test_a_first_time_climbs_the_ladder(library: Library) -> None:
    climbed = counts(script_for(library, need="this-pose", pose="viparita-karani", first_time=True))
    assert climbed[:4] == [(2, 3)] * 4
    assert climbed[-1] == (4, 8)
    assert [exhale for _, exhale in climbed] == sorted(exhale for _, exhale in climbed)


def test_the_ladder_ends_on_the_rung_that_the_hold_has_room_for(library: Library) -> None:
    climbed = counts(script_for(library, first_time=True))
    assert climbed[:4] == [(2, 3)] * 4
    assert climbed[-1] in ((3, 4), (3, 5), (4, 6))


def test_a_count_may_be_shorter_or_longer(library: Library) -> None:
    script = script_for(library, count_s=0.8)
    assert [breath.seconds for breath in script.breaths[:2]] == pytest.approx([3.2, 6.4])


@pytest.mark.parametrize(
    ("condition", "breath"),
    [
        ("pregnancy-t1", "gentle"),
        ("lung-disease", "gentle"),
        ("panic-ptsd", "natural"),
        ("reflux", "four-eight"),
    ],
)
def test_the_breath_is_kind_to_the_condition(library: Library, condition: str, breath: str) -> None:
    practice = plan(asha(minutes=30, conditions=frozenset((condition,)), breath="four-eight"), library)
    main = next(segment for segment in practice.segments if segment.role == "main")
    assert main.breath == breath


def test_a_migraine_and_tired_legs_breathe_as_they_like(library: Library) -> None:
    for need in ("migraine", "tired-legs"):
        assert not write_script(plan(Request(need, 30), library), library).breaths


def test_a_person_may_choose_another_breath_or_none(library: Library) -> None:
    assert counts(script_for(library, minutes=30, breath="even"))[0] == (5, 5)
    assert not script_for(library, breath="natural").breaths


def test_only_the_main_pose_is_paced(library: Library) -> None:
    practice = plan(asha(minutes=60), library)
    assert [segment.role for segment in practice.segments if segment.breath != "natural"] == ["main"]

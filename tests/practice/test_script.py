import pytest

from karani.library import Library
from karani.practice import Practice, Request, Script, plan, write_script
from karani.practice.script import Cue
from tests.people import asha, dev
from tests.practice.laws import check_script
from tests.practice.small_library import small_library


def texts(script: Script, start_s: float = 0, end_s: float = 1e9) -> list[str]:
    return [cue.text for cue in script.cues if start_s <= cue.at_s < end_s]


def chimes(script: Script) -> list[tuple[str | None, float]]:
    return [(cue.chime, cue.at_s) for cue in script.cues if cue.kind == "chime"]


def way_out_at(script: Script, time_s: float) -> str:
    return next(span.way_out for span in script.way_out_spans if span.start_s <= time_s < span.end_s)


def cue_at(script: Script, text: str) -> Cue:
    return next(cue for cue in script.cues if cue.text == text)


def test_it_begins_with_a_chime_and_silence_before_the_voice(library: Library) -> None:
    first, second = write_script(plan(asha(), library), library).cues[:2]
    assert (first.kind, first.chime) == ("chime", "start")
    assert first.at_s == 0.5
    assert (second.kind, second.text) == ("speech", "Twenty minutes to calm down.")
    assert second.at_s - first.at_s >= 3


def test_there_is_time_to_get_ready_before_the_first_step(library: Library) -> None:
    practice = plan(asha(), library)
    script = write_script(practice, library)
    fetched = [library.props[prop].fetch.cue for prop in practice.segments[0].props]
    assert script.get_ready_s == practice.segments[0].transition_s
    assert set(fetched) <= set(texts(script, 0, script.get_ready_s))


def test_props_are_fetched_only_when_they_change(library: Library) -> None:
    practice = plan(dev(minutes=45, props=frozenset(("blanket",))), library)
    script = write_script(practice, library)
    using = ["blanket" in segment.props for segment in practice.segments]
    fetched = library.props["blanket"].fetch.cue
    starts = sum(now and not before for before, now in zip([False, *using], using, strict=False))
    assert using.count(True) > starts
    assert texts(script).count(fetched) == starts


def test_the_hold_settles_rests_and_announces_its_end(library: Library) -> None:
    practice = plan(asha(need="this-pose", pose="viparita-karani"), library)
    script = write_script(practice, library)
    segment, steps = script.segments[0], library.pose("viparita-karani").steps
    assert steps is not None
    assert texts(script, segment.hold_start_s)[: len(steps.settle)] == [line.cue for line in steps.settle]
    assert cue_at(script, steps.nearly_out.cue).at_s == pytest.approx(segment.hold_end_s - 60)
    assert dict(chimes(script))["two-minutes"] == pytest.approx(segment.hold_end_s - 120)
    assert texts(script, segment.hold_end_s)[: len(steps.exit)] == [step.cue for step in steps.exit]
    assert chimes(script)[-1][0] == "end"


def test_lines_in_the_hold_are_a_minute_apart_and_grow_sparser(library: Library) -> None:
    practice = plan(asha(need="this-pose", pose="viparita-karani", minutes=30), library)
    script = write_script(practice, library)
    steps = library.pose("viparita-karani").steps
    assert steps is not None
    said = [cue for cue in script.cues if cue.text in {line.cue for line in steps.quiet}]
    starts = [script.segments[0].quiet_start_s, *(cue.at_s + cue.seconds for cue in said)]
    gaps = [cue.at_s - start for cue, start in zip(said, starts, strict=False)]
    assert gaps == pytest.approx([60, 90, 120, 150, 180][: len(gaps)])


def test_a_short_hold_has_no_chime(library: Library) -> None:
    script = write_script(plan(asha(minutes=5), library), library)
    assert [kind for kind, _ in chimes(script)] == ["start", "end"]


def test_nothing_is_said_after_the_quiet_begins_that_a_skip_could_lose(library: Library) -> None:
    script = write_script(plan(asha(minutes=30), library), library)
    settling = {line.cue for pose in library.poses.values() if pose.steps for line in pose.steps.settle}
    for segment in script.segments:
        assert not settling & set(texts(script, segment.quiet_start_s, segment.hold_end_s))


def test_before_sleep_no_sound_calls_back(library: Library) -> None:
    practice = plan(asha(need="sleep", minutes=30), library)
    script = write_script(practice, library)
    last = script.segments[-1]
    assert last.hold_end_s == last.end_s == script.total_s
    assert "Nothing more will be said. Stay as long as you like." in texts(script, last.hold_start_s)
    assert not [kind for kind, at_s in chimes(script) if at_s >= last.start_s]
    assert max(cue.at_s for cue in script.cues) < last.hold_start_s + 0.6 * (
        last.hold_end_s - last.hold_start_s
    )


def test_both_sides_are_equally_long_and_the_change_is_said(library: Library) -> None:
    small = small_library(library)
    practice = plan(Request("a-twist", 15), small)
    script = write_script(practice, small)
    check_script(script, practice, small)
    assert "Come back to the middle, and turn to the other side." in texts(script)
    assert [kind for kind, _ in chimes(script)][:2] == ["start", "change-sides"]
    assert script.segments[0].quiet_start_s == script.segments[0].hold_end_s


def test_one_rests_level_for_half_a_minute_when_the_steps_out_are_short(library: Library) -> None:
    small = small_library(library)
    practice = plan(Request("up-and-out", 15, props=frozenset(("wall",))), small)
    script = write_script(practice, small)
    check_script(script, practice, small)
    assert "Rest here for a few breaths." in texts(script, script.segments[0].hold_end_s)
    assert practice.segments[0].exit_s == 30


def test_tired_legs_get_a_break_half_way(library: Library) -> None:
    practice = plan(Request("tired-legs", 30, props=frozenset(("chair",))), library)
    script = write_script(practice, library)
    segment = next(written for written in script.segments if written.variation == "viparita-karani-chair")
    broken = cue_at(script, library.needs["tired-legs"].half_way[0].cue)
    assert broken.at_s == pytest.approx((segment.hold_start_s + segment.hold_end_s) / 2)
    assert segment.quiet_start_s > broken.at_s + broken.seconds


def test_the_way_out_of_each_moment_is_that_of_its_pose_or_place(library: Library) -> None:
    practice = plan(asha(need="this-pose", pose="viparita-karani"), library)
    script = write_script(practice, library)
    segment = script.segments[0]
    assert way_out_at(script, 0) == "way-out-from-seated"
    assert way_out_at(script, segment.hold_start_s + 100) == "way-out-of-viparita-karani"
    rolled = cue_at(script, "Roll to one side. Rest your head on your arm.")
    assert way_out_at(script, rolled.at_s) == "way-out-from-side-lying"
    assert way_out_at(script, script.total_s - 1) == "way-out-from-seated"


def test_the_way_out_says_what_to_do_and_where_it_leads(library: Library) -> None:
    script = write_script(plan(asha(need="this-pose", pose="viparita-karani"), library), library)
    way_out = next(way for way in script.way_outs if way.id == "way-out-of-viparita-karani")
    assert way_out.passage.cues[0].text.startswith("Bend your knees.")
    assert way_out.leads_to == "Resting on your side by the wall, knees bent."


def test_the_script_is_as_long_as_the_practice_was_planned(library: Library) -> None:
    practice = plan(asha(minutes=45), library)
    script = write_script(practice, library)
    assert script.total_s == pytest.approx(practice.total_seconds, abs=0.01)
    for written, segment in zip(script.segments, practice.segments, strict=True):
        assert written.end_s - written.start_s == pytest.approx(segment.seconds, abs=0.01)


def test_every_passage_has_its_own_name(library: Library) -> None:
    practice: Practice = plan(asha(minutes=60), library)
    passages = write_script(practice, library).passages()
    assert len({passage.id for passage in passages}) == len(passages)

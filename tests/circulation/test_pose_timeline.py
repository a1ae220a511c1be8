"""A pose between standing and lying, with its own breath."""

import pytest

from karani.circulation import Breath, PoseName, Timeline
from karani.circulation.breathing_steps import SETTLING_S, hold_steps, tidal_volume_l
from karani.circulation.physiology import read_physiology
from karani.circulation.pose_timeline import PoseTimeline, timeline_of_pose
from karani.library import Library
from karani.library.pose import Pose

PERSONS = read_physiology().persons


@pytest.mark.parametrize("slug", ["viparita-karani", "savasana", "setu-bandha-sarvangasana"])
def test_the_spans_are_the_steps(slug: str, library: Library) -> None:
    pose = library.pose(slug)
    whole = around(pose, library)
    assert whole.timeline.seconds == whole.after_s[1]
    held = [step for step in whole.timeline.steps if step.where == PoseName(slug)]
    assert sum(step.seconds for step in held) == pytest.approx(whole.pose_s[1] - whole.pose_s[0])
    assert (whole.standing_s[1], whole.lying_s[1], whole.pose_s[1]) == (
        whole.lying_s[0],
        whole.pose_s[0],
        whole.after_s[0],
    )


def test_a_pose_brings_its_own_breath(library: Library) -> None:
    breaths = breaths_of(around(library.pose("viparita-karani"), library).timeline)
    assert [(breath.inhale_s, breath.exhale_s) for breath in breaths] == [(4.0, 8.0)]
    assert not breaths_of(around(library.pose("savasana"), library).timeline)


def test_a_hold_that_is_too_short_for_the_count_stays_with_the_natural_breath(library: Library) -> None:
    (step,) = hold_steps(PoseName("savasana"), SETTLING_S + 30.0, library.breathings["four-eight"])
    assert step.breath is None


def test_a_slower_count_makes_longer_breaths(library: Library) -> None:
    steps = hold_steps(PoseName("savasana"), 600.0, library.breathings["four-eight"], count_s=1.2)
    (breath,) = breaths_of(Timeline(steps))
    assert breath.exhale_s == pytest.approx(9.6)


def test_a_natural_breath_is_as_deep_as_the_model_has_it_and_a_slow_one_deeper() -> None:
    assert tidal_volume_l(60.0 / 13.0, PERSONS) == pytest.approx(0.5)
    assert 0.9 < tidal_volume_l(12.0, PERSONS) < 1.2
    assert tidal_volume_l(60.0, PERSONS) == PERSONS.deepest_easy_breath_l


def around(pose: Pose, library: Library) -> PoseTimeline:
    return timeline_of_pose(pose, library.breathings[pose.breath])


def breaths_of(timeline: Timeline) -> list[Breath]:
    return [step.breath for step in timeline.steps if step.breath is not None]

"""Screening rules and poses' own words together give each pose its cautions."""

import tomllib
from pathlib import Path

import pytest

from karani.library import Library, Pose, read_library
from karani.library.cautions import STRICTNESS, resolve_cautions
from karani.library.pose import Caution
from karani.library.vocabulary import Rule

AUTHORITY = Path(__file__).parents[1] / "authorities" / "cautions.toml"
SCREENED = tomllib.loads(AUTHORITY.read_text(encoding="utf-8"))


@pytest.mark.parametrize("pose", read_library().poses.values(), ids=lambda pose: pose.slug)
def test_cautions_are_those_of_the_screening(pose: Pose) -> None:
    found = {caution.condition: caution.action for caution in pose.cautions}
    assert found == SCREENED[pose.slug]


def test_the_library_holds_every_pose_that_was_screened(library: Library) -> None:
    assert set(library.poses) == set(SCREENED)


def test_the_strictest_rule_holds_whatever_its_place(library: Library) -> None:
    features = library.poses["viparita-karani"].features
    lenient = Rule("dvt", {"supine": (True,)}, "caution", "tradition", "a")
    strict = Rule("dvt", {"legs": ("raised",)}, "avoid", "precaution", "b")
    for rules in ([lenient, strict], [strict, lenient]):
        (caution,) = resolve_cautions(features, rules, (), {})
        assert (caution.action, caution.why) == ("avoid", "b")


def test_among_equals_the_first_rule_holds(library: Library) -> None:
    features = library.poses["viparita-karani"].features
    first = Rule("hypotension", {"legs": ("raised",)}, "caution", "evidence", "first")
    second = Rule("hypotension", {"supine": (True,)}, "caution", "evidence", "second")
    (caution,) = resolve_cautions(features, [first, second], (), {})
    assert caution.why == "first"


def test_a_rule_asks_for_every_feature_that_it_names(library: Library) -> None:
    rule = Rule("hypotension", {"head": ("below",), "stand": (True,)}, "caution", "physiology", "w")
    bridge, bend = library.poses["setu-bandha-sarvangasana"], library.poses["uttanasana"]
    assert not resolve_cautions(bridge.features, [rule], (), {})
    assert resolve_cautions(bend.features, [rule], (), {})


def test_the_poses_own_word_overrides_a_stricter_rule(library: Library) -> None:
    features = library.poses["viparita-karani"].features
    rule = Rule("migraine", {"legs": ("raised",)}, "avoid", "tradition", "rule")
    own = Caution("migraine", "caution", "seed", "own", None)
    assert resolve_cautions(features, [rule], (own,), {})[0].why == "own"


def test_the_other_pose_is_set_in(library: Library) -> None:
    features = library.poses["viparita-karani"].features
    rule = Rule("dvt", {"legs": ("raised",)}, "avoid", "precaution", "w")
    assert resolve_cautions(features, [rule], (), {"dvt": "savasana"})[0].instead == "savasana"


def test_cautions_come_strictest_first(library: Library) -> None:
    for pose in library.poses.values():
        order = [STRICTNESS[caution.action] for caution in pose.cautions]
        assert order == sorted(order)


def test_legs_up_the_wall_sends_a_sore_low_back_to_the_chair(library: Library) -> None:
    """Ben has a sore low back."""
    (caution,) = [c for c in library.poses["viparita-karani"].cautions if c.condition == "low-back-pain"]
    assert (caution.action, caution.instead) == ("modify", "viparita-karani-chair")

"""Who told how far their straight leg lifts hears their own distance from the wall."""

import json
from dataclasses import replace

import pytest

from karani.errors import PracticeError
from karani.library import Library
from karani.library.distances import distance_words
from karani.practice import Change, edit, plan, practice_from_dict, practice_to_dict, write_script
from karani.practice.own_body import OwnBody, Rest
from karani.practice.pain import continuation_of
from karani.practice.settled import tell_rest
from tests.people import asha

POSE = "viparita-karani"


def cues(library: Library, *rests: Rest) -> str:
    practice = replace(plan(asha(), library), body=OwnBody(rests))
    return " ".join(cue.text for cue in write_script(practice, library).cues)


def test_the_cue_names_the_persons_own_distance(library: Library) -> None:
    assert "For your body, rest about a forearm from the wall." in cues(library, Rest(POSE, 24))


def test_without_a_known_distance_the_usual_cue_is_said(library: Library) -> None:
    said = cues(library)
    assert "For your body" not in said
    assert "Move your hips nearer or farther." in said


def test_an_easier_pose_is_led_with_the_persons_own_distance_too(library: Library) -> None:
    enter = continuation_of(POSE, OwnBody((Rest(POSE, 24),)), library).enter
    assert "For your body, rest about a forearm" in " ".join(cue.text for cue in enter.cues)


@pytest.mark.parametrize(
    ("distance_cm", "words"),
    [(0, "two fingers"), (9, "a hand’s breadth"), (25, "a forearm"), (60, "a forearm and a hand’s length")],
)
def test_a_distance_is_said_by_hand_and_arm(distance_cm: float, words: str) -> None:
    assert distance_words(distance_cm) == words


def test_the_distance_stays_with_a_practice_that_is_kept_or_changed(library: Library) -> None:
    practice = replace(plan(asha(minutes=30), library), body=OwnBody((Rest(POSE, 24, 18, 40),)))
    assert practice_from_dict(json.loads(json.dumps(practice_to_dict(practice)))) == practice
    main = [segment.role for segment in practice.segments].index("main")
    assert edit(practice, Change("shorter", main), library).body == practice.body


@pytest.mark.parametrize("wrong", [-1, 1e9, float("nan"), "near", True])
def test_a_distance_that_no_body_has_is_refused_in_a_sentence(library: Library, wrong: object) -> None:
    saved = practice_to_dict(replace(plan(asha(), library), body=OwnBody((Rest(POSE, 24),))))
    saved["body"]["rests"][0]["distance_cm"] = wrong
    with pytest.raises(PracticeError, match="distance_cm"):
        practice_from_dict(saved)


def test_a_practice_of_before_knows_nothing_of_the_body(library: Library) -> None:
    saved = practice_to_dict(plan(asha(), library))
    del saved["body"]
    assert practice_from_dict(saved).body == OwnBody()


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (Rest(POSE, 24, 18, 60), "For your body: about a forearm from the wall, 24 cm; restful between 18 and 60 cm."),
        (Rest(POSE, 45, 53, 60), "For your body: about a forearm and a hand’s length from the wall, 45 cm; quite restful only between 53 and 60 cm."),
        (Rest(POSE, 55), "For your body: about a forearm and a hand’s length from the wall, 55 cm. No distance is quite restful; this one asks the least."),
    ],
)  # fmt: skip
def test_the_plan_says_where_it_stays_restful(rest: Rest, said: str) -> None:
    assert tell_rest(rest) == said

"""Who told how far their straight leg lifts hears their own distance from the wall."""

import pytest

from karani.library import Library
from karani.practice import plan, write_script
from karani.practice.settled import distance_words
from tests.people import asha

POSE = "viparita-karani"


def cues(library: Library, distances_cm: dict[str, float]) -> str:
    practice = plan(asha(), library)
    return " ".join(cue.text for cue in write_script(practice, library, distances_cm).cues)


def test_the_cue_names_the_persons_own_distance(library: Library) -> None:
    assert "For your body, rest about a forearm from the wall." in cues(library, {POSE: 24})


def test_without_a_known_distance_the_usual_cue_is_said(library: Library) -> None:
    said = cues(library, {})
    assert "For your body" not in said
    assert "Move your hips nearer or farther." in said


@pytest.mark.parametrize(
    ("distance_cm", "words"),
    [(0, "two fingers"), (9, "a hand’s breadth"), (25, "a forearm"), (60, "a forearm and a hand’s length")],
)
def test_a_distance_is_said_by_hand_and_arm(distance_cm: float, words: str) -> None:
    assert distance_words(distance_cm) == words

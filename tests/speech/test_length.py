"""Lines that are too long for their place, before anybody speaks them."""

from dataclasses import replace

import pytest

from karani.library import Library, read_library
from karani.library.pose import Line
from karani.speech.check import check_speech, find_too_long
from karani.speech.length import judge_seconds
from karani.speech.lexicon import read_lexicon


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_our_own_content_can_be_said_in_its_time(library: Library) -> None:
    assert check_speech(library) == ()


def test_more_words_and_a_slower_voice_take_longer() -> None:
    lexicon = read_lexicon()
    short, long = "Rest here.", "Rest here, with the arms beside you."
    assert judge_seconds(long, lexicon) > judge_seconds(short, lexicon)
    assert judge_seconds(short, lexicon, 0.7) > judge_seconds(short, lexicon)


def with_first_words(library: Library, line: Line) -> Library:
    back = replace(library.pain_places["back"], first_words=line)
    return replace(library, pain_places={**library.pain_places, "back": back})


def test_a_line_that_is_too_long_for_its_place_is_named_with_its_file(library: Library) -> None:
    crowded = with_first_words(library, Line("Coming out now, slowly. Your back can rest.", "p2", 5.0))
    (finding,) = check_speech(crowded)
    assert finding.file == "vocabulary/pain_places.toml"
    assert "'Coming out now, slowly. Your back can rest.'" in finding.sentence
    assert "or more would be right" in finding.sentence


def test_a_word_that_nobody_knows_is_named_with_its_file(library: Library) -> None:
    strange = with_first_words(library, Line("Let the blorpf rest.", "p1", 20.0))
    (finding,) = check_speech(strange)
    assert (finding.file, finding.sentence[:8]) == ("vocabulary/pain_places.toml", "'blorpf'")


def test_a_slow_voice_may_use_the_pause_but_not_the_next_line(library: Library) -> None:
    def takes(text: str, speed: float) -> float:
        return 6.0 if speed < 0.8 and text.startswith("Coming out now, slowly") else 0.0

    assert not list(find_too_long(library, takes))
    tight = with_first_words(library, Line("Coming out now, slowly.", "p1", 5.0))
    assert len(list(find_too_long(tight, takes))) == 1


def test_a_cue_that_names_a_distance_is_looked_at_with_every_distance(library: Library) -> None:
    pose = library.pose("viparita-karani")
    assert pose.steps is not None
    enter = tuple(
        replace(step, settled_cue=step.settled_cue and "Rest a blorpf and {distance} away.")
        for step in pose.steps.enter
    )
    strange = replace(pose, steps=replace(pose.steps, enter=enter))
    (finding,) = check_speech(replace(library, poses={**library.poses, pose.slug: strange}))
    assert (finding.file, finding.sentence[:8]) == ("poses/viparita-karani/steps.toml", "'blorpf'")

"""A practice with the screen off: all that one must know is said."""

from dataclasses import replace

import pytest

from karani.library import Library, read_library
from karani.library.packaged import PACKAGED_CONTENT
from karani.library.rules.cues import judge_cue
from karani.library.standards import read_standards
from karani.practice import Request, Script, plan, write_script
from karani.sound.parts import list_texts
from karani.speech.check import list_said
from tests.sound.scripts import small_script

MANY = 300
PLACES = ("sit", "stand", "kneel", "lie", "onto your")


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


NEEDS = [need.slug for need in read_library().needs.values() if need.main]


def script_for(need: str, library: Library, *props: str) -> Script:
    return write_script(plan(Request(need, 20, props=frozenset(("wall", *props))), library), library)


def spoken(script: Script) -> list[str]:
    return [text.lower() for text in list_texts(script)]


def test_nothing_that_is_ever_said_needs_open_eyes(library: Library) -> None:
    rules = read_standards(PACKAGED_CONTENT).cues
    texts = {said.text for said in list_said(library) if said.line is not None}
    texts |= {text for need in NEEDS for text in list_texts(script_for(need, library, "chair", "blanket"))}
    assert len(texts) > MANY
    assert not [finding for text in texts for finding in judge_cue(text, rules) if "closed" in finding]


def test_the_rule_for_cues_refuses_what_must_be_seen() -> None:
    rules = read_standards(PACKAGED_CONTENT).cues
    assert list(judge_cue("Lift the leg like this.", rules))
    assert list(judge_cue("Turn the feet as shown.", rules))
    assert any("closed" in finding for finding in judge_cue("Turn the feet this way.", rules))
    assert not list(judge_cue("Turn the feet toward the wall.", rules))


@pytest.mark.parametrize("need", NEEDS)
def test_a_practice_is_complete_by_ear_alone(need: str, library: Library) -> None:
    script = script_for(need, library)
    said = [cue for cue in script.cues if cue.kind == "speech"]
    assert script.cues[0].chime == "start"
    assert said[0].text == f"{script.title}."
    assert "if something hurts" in said[1].text.lower()
    assert "next track" in said[1].text.lower()
    for segment in script.segments:
        steps = [cue.text.lower() for cue in said if segment.start_s <= cue.at_s < segment.hold_start_s]
        assert any(place in text for text in steps for place in PLACES), segment.name
        stays = segment is script.segments[-1] and not library.needs[need].return_chime
        ways_out = [cue for cue in said if segment.hold_end_s <= cue.at_s < segment.end_s]
        assert bool(ways_out) != stays, segment.name
    assert ("breathe in." in spoken(script)) == bool(script.breaths)
    assert any("in about a minute" in text or "begin to come out" in text for text in spoken(script))
    if library.needs[need].return_chime:
        assert "two minutes are left here." in spoken(script)
        assert said[-1].text == "The practice ends here. Stand up slowly."
        assert script.cues[-1].chime == "end"
    else:
        assert said[-1].text == "Nothing more will be said. Stay as long as you like."
        assert script.cues[-1] == said[-1], "and nothing wakes who has fallen asleep"


def test_every_way_out_is_said(library: Library) -> None:
    script = script_for("stress", library)
    said = set(list_texts(script))
    for passage in script.passages():
        assert passage.cues
        assert {cue.text for cue in passage.cues if cue.kind == "speech"} <= said


def test_who_speaks_ahead_speaks_all_that_a_track_says() -> None:
    script = replace(small_script(), title="Another")
    texts = set(list_texts(script))
    assert {cue.text for cue in script.cues if cue.kind == "speech"} <= texts
    assert {"Breathe in.", "Breathe out."} <= texts

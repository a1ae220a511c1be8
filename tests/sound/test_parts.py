"""What is spoken first: all that one may hear in the first minute, its ways out with it."""

import pytest

from karani.library import Library, read_library
from karani.practice import Request, Script, plan, write_script
from karani.sound.extra_words import list_extra_words
from karani.sound.parts import BOUNDS_S, list_texts, list_until, texts_of
from karani.sound.setup import list_shared


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def script_for(need: str, library: Library) -> Script:
    return write_script(plan(Request(need, 20, props=frozenset(("wall", "chair"))), library), library)


@pytest.mark.parametrize("need", ["stress", "sleep", "low-back"])
def test_who_is_hurt_before_a_part_ends_is_led_out_by_what_it_says(need: str, library: Library) -> None:
    script = script_for(need, library)
    for bound_s in BOUNDS_S:
        said = set(list_until(script, bound_s))
        spans = [span for span in script.way_out_spans if span.start_s < bound_s]
        assert spans
        for span in spans:
            (way,) = (way for way in script.way_outs if way.id == span.way_out)
            assert set(texts_of([way.passage])) <= said
        for answer in script.pain_answers:
            assert set(texts_of([answer.first_words])) <= said
        assert set(texts_of([script.side_rest, script.closing])) <= said
        assert {cue.text for cue in script.cues if cue.kind == "speech" and cue.at_s < bound_s} <= said
        assert {word.text for word in list_extra_words(script) if word.at_s < bound_s} <= said


def test_the_easier_pose_is_spoken_before_one_can_be_led_into_it(library: Library) -> None:
    script = script_for("stress", library)
    offered = {offer.continuation for offer in script.offers if offer.segment == 0} - {None}
    assert offered
    said = set(list_until(script, BOUNDS_S[1]))
    for easier in script.continuations:
        if easier.id in offered:
            assert set(texts_of([easier.enter, easier.hold_cues, easier.exit])) <= said


def test_in_the_order_of_speaking_each_part_comes_before_the_rest(library: Library) -> None:
    script = script_for("sleep", library)
    order = list(dict.fromkeys(list_texts(script)))
    for bound_s in BOUNDS_S:
        part = set(list_until(script, bound_s))
        assert set(order[: len(part)]) == part
    everything = {cue.text for cue in script.cues if cue.kind == "speech"} | set(texts_of(script.passages()))
    assert everything <= set(order)


def test_what_is_spoken_at_set_up_is_said_in_every_practice(library: Library) -> None:
    shared = list_shared(library)
    assert "If something hurts, press anywhere, and you are led out." in shared
    for need in ("stress", "sleep", "neck"):
        said = " ".join(
            list_texts(
                write_script(
                    plan(Request(need, 30, props=frozenset(("wall", "chair", "blanket"))), library), library
                )
            )
        )
        assert all(sentence in said for sentence in shared)

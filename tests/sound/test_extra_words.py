"""Breath words begin on the beat of the pacer, and two minutes left are told."""

import numpy as np
import pytest

from karani.sound import SilentVoice, render
from karani.sound.rate import SAMPLE_RATE
from karani.sound.voice import Samples
from tests.sound.scripts import between, listen, paced_breaths, small_script


class Clapping:
    """Says every text as half a second of noise that begins at once."""

    name = "clapping"

    def speak(self, text: str) -> Samples:
        noise = np.random.default_rng(len(text)).standard_normal(SAMPLE_RATE // 2)
        return np.asarray(0.3 * noise, dtype=np.float32)


def test_the_breath_that_is_shown_and_the_first_two_have_words() -> None:
    track = render(small_script(), Clapping())
    said = [spoken for spoken in track.spoken if spoken.text.startswith("Breathe")]
    beats = [breath for breath in paced_breaths(30.0) if breath.number <= 2]
    assert [(spoken.text, spoken.start_s) for spoken in said] == [
        (f"Breathe {breath.phase}.", breath.at_s) for breath in beats
    ]


def test_a_breath_word_is_heard_within_fifty_milliseconds_of_its_beat() -> None:
    heard = listen(render(small_script(), Clapping()))
    for breath in paced_breaths(30.0)[:6]:
        around = np.abs(between(heard, breath.at_s - 0.2, breath.at_s + 0.5))
        onset_s = breath.at_s - 0.2 + np.argmax(around > 0.15) / SAMPLE_RATE
        assert onset_s == pytest.approx(breath.at_s, abs=0.05)


def test_a_silent_voice_says_no_breath_words() -> None:
    assert not [spoken for spoken in render(small_script(), SilentVoice()).spoken if "Breathe" in spoken.text]


def test_two_minutes_left_are_told_after_their_chime() -> None:
    track = render(small_script(), Clapping())
    chime = next(cue for cue in small_script().cues if cue.chime == "two-minutes")
    (said,) = [spoken for spoken in track.spoken if spoken.text == chime.text and spoken.passage is None]
    assert chime.at_s + 2 < said.start_s < said.end_s < chime.at_s + chime.seconds

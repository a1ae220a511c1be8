"""The real voice, once: a few sentences, so that the run stays short."""

from pathlib import Path

import numpy as np
import pytest

from karani.practice.script import Cue
from karani.sound import render
from karani.sound.rate import SAMPLE_RATE
from karani.sound.voice import Samples
from karani.speech.loudness import measure_loudness
from karani.speech.model import RATE, VoiceMissing, check_installed, list_voices, read_entry
from karani.speech.natural import NaturalVoice
from karani.speech.timing import Timing
from tests.sound.scripts import between, dbfs, listen, paced_breaths, small_script

pytestmark = pytest.mark.voice

CUES = (
    Cue(1.0, "speech", "Let the legs rest. The wall carries them.", 8.0),
    Cue(9.0, "speech", "Roll to one side.", 6.0),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoken")


@pytest.fixture(scope="module")
def voice(folder: Path) -> NaturalVoice:
    speaking = NaturalVoice("heart", folder)
    told: list[tuple[int, int]] = []
    speaking.prepare(
        [*(cue.text for cue in CUES), "Bend your knees, out-1.", "Breathe in.", "Breathe out."],
        lambda done, of: told.append((done, of)),
    )
    assert told[-1] == (6, 6)
    return speaking


def test_a_voice_hands_on_samples_at_the_rate_of_the_track() -> None:
    assert RATE == SAMPLE_RATE


def test_sentences_are_spoken_at_one_loudness_and_begin_and_end_softly(voice: NaturalVoice) -> None:
    for text in ("Let the legs rest.", "Roll to one side.", "Breathe in."):
        samples = voice.speak(text)
        assert measure_loudness(samples, RATE) == pytest.approx(-20, abs=1.5)
        assert np.max(np.abs(samples)) < 0.8
        assert abs(samples[0]) < 0.001
        assert abs(samples[-1]) < 0.001


def test_a_sentence_begins_at_once_so_that_breath_words_meet_their_beat(voice: NaturalVoice) -> None:
    for text in ("Breathe in.", "Breathe out."):
        samples = voice.speak(text)
        assert np.argmax(np.abs(samples) > 0.02) / RATE < 0.05


def test_how_long_a_line_takes_is_known_without_saying_it(voice: NaturalVoice, folder: Path) -> None:
    timing = Timing("heart", folder)
    for text in ("Let the legs rest. The wall carries them.", "Roll to one side.", "Breathe in."):
        spoken_s, sentences = len(voice.speak(text)) / RATE, text.count(".")
        assert spoken_s < timing.measure(text, voice.speed) < spoken_s + 0.3 * sentences
    assert timing.measure("Breathe in.", 0.7) > timing.measure("Breathe in.", 1.0)


def test_what_was_said_is_kept_and_the_same_the_next_time(voice: NaturalVoice, folder: Path) -> None:
    again = NaturalVoice("heart", folder)
    assert again.has_said("Roll to one side.")
    assert np.array_equal(again.speak("Roll to one side."), voice.speak("Roll to one side."))
    assert not again.has_said("Nobody said this before.")
    assert not len(again.speak_kept("Nobody said this before."))


def test_a_track_is_spoken_where_it_says_so(voice: NaturalVoice) -> None:
    script = small_script(total_s=80.0, cues=CUES, breaths=paced_breaths(20.0, of=1))
    silent = {cue.text for passage in script.passages() for cue in passage.cues} - {"Bend your knees, out-1."}
    track = render(script, KnownOnly(voice, silent))
    heard = listen(track)
    for spoken in track.spoken:
        if spoken.text not in silent:
            assert 0.4 < spoken.end_s - spoken.start_s < 5
            assert dbfs(between(heard, spoken.start_s, spoken.end_s)) > -32


class KnownOnly:
    """Leaves out lines that this test did not prepare."""

    name = "Warm"

    def __init__(self, voice: NaturalVoice, silent: set[str]) -> None:
        self.voice, self.silent = voice, silent

    def speak(self, text: str) -> Samples:
        return self.voice.speak("" if text in self.silent else text)


def test_a_part_that_is_missing_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(read_entry(), "packages", ["no_such_voice_part"])
    with pytest.raises(VoiceMissing, match=r"no_such_voice_part is missing; set Karani up again\.$"):
        check_installed(list_voices()[0])


def test_a_damaged_part_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from karani.speech.model import read_model_bytes

    monkeypatch.setitem(read_entry(), "sha256", "0" * 64)
    with pytest.raises(VoiceMissing, match="is damaged"):
        read_model_bytes()

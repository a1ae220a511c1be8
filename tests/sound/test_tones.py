"""Chimes and breath tones, before they are mixed."""

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest

from karani.practice.script import Breath, Chime
from karani.sound.breath_tone import breath_tone, fading
from karani.sound.chime import chime
from karani.sound.rate import SAMPLE_RATE
from karani.sound.tone import Wave, cut, half_cosine
from tests.sound.scripts import paced_breaths

CHIMES = get_args(Chime)
NO_CLICK = 0.004  # of full scale from nothing to the first sample, and from the last to nothing


def pitch_hz(wave: Wave) -> float:
    """The strongest pitch of a short piece."""
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 1 << 17))
    return float(np.argmax(spectrum) * SAMPLE_RATE / (1 << 17))


def overtone_share(wave: Wave) -> float:
    """How much of a tone's energy lies above its strongest pitch and a half."""
    energy = np.abs(np.fft.rfft(wave, 1 << 18)) ** 2
    top = int(1.5 * pitch_hz(wave) * (1 << 18) / SAMPLE_RATE)
    return float(energy[top:].sum() / energy.sum())


def one_breath(phase: str) -> Breath:
    return next(breath for breath in paced_breaths(0.0) if breath.phase == phase and breath.number == 1)


def test_a_breath_tone_lasts_exactly_as_long_as_the_breath() -> None:
    for breath in paced_breaths(0.0):
        assert len(breath_tone(breath)) == breath.seconds * SAMPLE_RATE


def test_breath_in_glides_up_and_breath_out_glides_down() -> None:
    rising, falling = breath_tone(one_breath("in")), breath_tone(one_breath("out"))
    second = SAMPLE_RATE
    assert pitch_hz(rising[-second:]) > 1.2 * pitch_hz(rising[:second])
    assert pitch_hz(falling[-second:]) < 0.8 * pitch_hz(falling[:second])


def test_breath_in_differs_from_breath_out_in_timbre() -> None:
    middle_in = breath_tone(one_breath("in"))[SAMPLE_RATE:-SAMPLE_RATE]
    middle_out = breath_tone(one_breath("out"))[SAMPLE_RATE:-SAMPLE_RATE]
    assert overtone_share(middle_in) > 5 * overtone_share(middle_out)


def test_the_breath_fades_over_its_last_two_rounds_only() -> None:
    strengths = [fading(breath) for breath in paced_breaths(0.0) if breath.phase == "in"]
    assert strengths[:4] == [1.0, 1.0, 1.0, 1.0]
    assert strengths[4:] == [pytest.approx(2 / 3), pytest.approx(1 / 3)]


def test_a_single_breath_that_is_shown_is_not_faded() -> None:
    assert fading(Breath(0.0, "in", 4.0, 4, 0, 1)) == 1.0


@pytest.mark.parametrize("name", CHIMES)
def test_a_chime_begins_and_ends_without_a_click(name: Chime) -> None:
    wave = chime(name)
    assert abs(wave[0]) < NO_CLICK
    assert abs(wave[-1]) < NO_CLICK


@pytest.mark.parametrize("phase", ["in", "out"])
def test_a_breath_tone_begins_and_ends_without_a_click(phase: str) -> None:
    wave = breath_tone(one_breath(phase))
    assert abs(wave[0]) < NO_CLICK
    assert abs(wave[-1]) < NO_CLICK


@pytest.mark.parametrize("name", CHIMES)
def test_a_chime_stays_below_minus_twelve_even_at_full_level(name: Chime) -> None:
    assert np.max(np.abs(chime(name))) * 2 < 10 ** (-12 / 20)


def test_no_two_chimes_sound_alike() -> None:
    waves = [chime(name) for name in CHIMES]
    shortest = min(len(wave) for wave in waves)
    spectra = [np.abs(np.fft.rfft(wave[:shortest])) for wave in waves]
    alike = [
        float(one @ other / np.sqrt((one @ one) * (other @ other)))
        for number, one in enumerate(spectra)
        for other in spectra[number + 1 :]
    ]
    assert max(alike) < 0.9


def test_what_is_cut_off_ends_softly() -> None:
    shortened = cut(np.ones(1000), 400, 100 / SAMPLE_RATE)
    assert len(shortened) == 400
    assert shortened[-1] < 0.01
    assert shortened[0] == 1.0


def test_a_half_cosine_only_rises() -> None:
    assert all(later > earlier for earlier, later in pairwise(half_cosine(50)))

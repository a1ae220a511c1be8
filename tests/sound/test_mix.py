import io

import numpy as np
import soundfile

from karani.sound.bed import PERIOD_FRAMES
from karani.sound.mix import APART, Sound, list_stretches, mix
from karani.sound.rate import FRAME, SAMPLE_RATE
from karani.sound.voice import Samples
from tests.sound.scripts import Heard, between, dbfs

BED_DBFS = -60.0


def burst(at_s: float, seconds: float = 0.3, strength: float = 0.3) -> Sound:
    """Noise that occurs once, so that it can be found again to the sample."""
    chance = np.random.default_rng(round(at_s * 100))
    samples = np.convolve(chance.standard_normal(round(seconds * SAMPLE_RATE)), np.ones(6) / 6, "same")
    return Sound(round(at_s * SAMPLE_RATE), np.asarray(strength * samples, dtype=np.float32))


def heard(sounds: list[Sound], seconds: float) -> Heard:
    rows = mix(sounds, round(seconds * SAMPLE_RATE) // FRAME, BED_DBFS)
    samples, _ = soundfile.read(io.BytesIO(rows.tobytes()))
    return np.asarray(samples)


def found_at(sound: Samples, all_heard: Heard) -> int:
    size = 1 << (len(all_heard) + len(sound)).bit_length()
    spectrum = np.fft.rfft(all_heard, size) * np.conj(np.fft.rfft(sound, size))
    return int(np.argmax(np.fft.irfft(spectrum, size)))


def test_every_sound_is_heard_at_its_own_sample() -> None:
    sounds = [burst(at_s) for at_s in (0.0, 1.0, 1.31, 7.77, 40.001)]
    all_heard = heard(sounds, 45.0)
    assert [found_at(sound.samples, all_heard) for sound in sounds] == [sound.start for sound in sounds]


def test_a_loud_sound_at_the_very_start_is_heard() -> None:
    all_heard = heard([burst(0.0, 2.0, 0.9)], 5.0)
    assert dbfs(between(all_heard, 0.05, 1.9)) > -12


def test_a_sound_at_the_very_end_stops_with_the_track() -> None:
    assert len(heard([burst(4.9, 1.0)], 5.04)) == 140 * FRAME


def test_the_bed_goes_on_unchanged_where_an_encoded_stretch_meets_the_laid_bed() -> None:
    mixed = heard([burst(10.0), burst(20.0)], 30.0)
    bare = heard([], 30.0)
    for start_s in (9.0, 10.5, 19.0, 20.5):
        around = slice(round(start_s * SAMPLE_RATE), round((start_s + 0.4) * SAMPLE_RATE))
        difference = mixed[around] - bare[around]
        assert np.max(np.abs(difference)) < 0.003  # below -50 dBFS: the encoder's own noise


def test_no_step_is_larger_than_the_bed_makes_where_one_period_joins_the_next() -> None:
    bare = heard([], 61.0)
    usual = np.max(np.abs(np.diff(between(bare, 2.0, 16.0))))
    for seam_s in (18.0, 36.0, 54.0):
        assert np.max(np.abs(np.diff(between(bare, seam_s - 0.1, seam_s + 0.1)))) <= 1.2 * usual


def test_a_period_of_the_decoded_bed_is_followed_by_the_same_again() -> None:
    bare = heard([], 91.0)
    period = PERIOD_FRAMES * FRAME
    assert np.allclose(bare[period : 2 * period], bare[2 * period : 3 * period], atol=1e-4)


def test_sounds_far_apart_are_encoded_apart_and_near_ones_together() -> None:
    far = (APART + 20) * FRAME / SAMPLE_RATE
    sounds = [burst(5.0), burst(5.2), burst(5.5 + far)]
    assert [len(stretch) for stretch in list_stretches(sounds)] == [2, 1]


def test_a_long_sound_keeps_a_later_short_one_in_its_stretch() -> None:
    sounds = [burst(5.0, 10.0), burst(6.0, 0.1), burst(14.0, 0.1)]
    assert [len(stretch) for stretch in list_stretches(sounds)] == [3]


def test_no_sound_gives_no_stretch() -> None:
    assert not list(list_stretches([]))

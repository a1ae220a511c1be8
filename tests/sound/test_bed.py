import numpy as np
import pytest

from karani.sound.bed import PERIOD, PERIOD_FRAMES, bed, bed_between
from karani.sound.rate import FRAME


def test_a_period_is_a_whole_number_of_frames() -> None:
    assert PERIOD_FRAMES * FRAME == PERIOD


@pytest.mark.parametrize("dbfs", [-70.0, -60.0, -50.0])
def test_the_bed_has_the_level_that_was_asked_for(dbfs: float) -> None:
    wave = bed(dbfs).astype(np.float64)
    assert 20 * np.log10(np.sqrt(np.mean(wave**2))) == pytest.approx(dbfs, abs=0.01)


def test_the_end_of_the_bed_joins_its_start() -> None:
    wave = bed(-60.0)
    usual_step = np.max(np.abs(np.diff(wave)))
    assert abs(wave[0] - wave[-1]) <= usual_step


def test_the_bed_is_dark() -> None:
    energy = np.abs(np.fft.rfft(bed(-60.0))) ** 2
    below_a_thousand = int(1000 * PERIOD / 16_000)
    assert energy[:below_a_thousand].sum() > 0.9 * energy.sum()


def test_the_bed_goes_round_before_its_start_and_after_its_end() -> None:
    assert np.array_equal(bed_between(-60.0, -10, 10), bed_between(-60.0, PERIOD - 10, PERIOD + 10))

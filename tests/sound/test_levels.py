import pytest

from karani.errors import SoundError
from karani.sound import Levels


def test_the_bed_is_meant_to_be_at_minus_sixty() -> None:
    assert Levels().bed_dbfs == pytest.approx(-60.0)


def test_even_the_quietest_bed_is_louder_than_what_browsers_call_silence() -> None:
    assert Levels(bed=0).bed_dbfs > -72.0


def test_tones_at_a_hundred_are_twice_as_strong_and_at_zero_none() -> None:
    assert (Levels(tones=100).tone_gain, Levels(tones=0).tone_gain) == (2.0, 0.0)


@pytest.mark.parametrize(("tones", "bed", "named"), [(101, 50, "tones"), (-1, 50, "tones"), (50, 400, "bed")])
def test_a_level_outside_its_range_is_named(tones: int, bed: int, named: str) -> None:
    with pytest.raises(SoundError, match=f"level of the {named}.*from 0 to 100"):
        Levels(tones=tones, bed=bed)

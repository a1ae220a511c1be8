import pytest

from karani.library import Library
from karani.library.reading_ease import count_syllables, measure_reading_ease


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("rest", 1), ("knee", 1), ("little", 2), ("pelvis", 2), ("shoulder", 2), ("karaṇī", 3), ("hm", 1)],
)
def test_syllables_are_groups_of_vowels(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_the_formula_is_fleschs() -> None:
    # 6 words, 2 sentences, 6 syllables
    assert measure_reading_ease("Lie down. Let the legs rest.") == pytest.approx(206.835 - 1.015 * 3 - 84.6)


def test_long_words_in_long_sentences_are_harder() -> None:
    plain = "Lie on the floor. Put your legs on the wall."
    learned = "Gravitational redistribution facilitates cardiovascular adaptation."
    assert measure_reading_ease(plain) > 90
    assert measure_reading_ease(learned) < 0


def test_every_guide_is_plain_english(library: Library) -> None:
    for pose in library.poses.values():
        assert measure_reading_ease(pose.guide_text) >= 65, pose.slug

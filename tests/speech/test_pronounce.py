"""Words to sounds: every word is known or named, small words are soft, numbers are spoken right."""

import pytest

from karani.library import read_library
from karani.library.library import Library
from karani.speech.check import find_unknown_words
from karani.speech.inflection import pronounce_inflected
from karani.speech.lexicon import Lexicon, read_lexicon
from karani.speech.model import read_symbols
from karani.speech.name import pronounce_name
from karani.speech.pronounce import find_unknown, pronounce
from karani.speech.sanskrit import pronounce_sanskrit, spell_without_marks
from karani.speech.words import write_out


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Out for 8.", "Out for eight."),
        ("About 26 cm away", "About twenty six centimeters away"),
        ("A breath of 4:8", "A breath of four to eight"),
        ("10 min", "ten minutes"),
        ("1,5", "one,five"),
        ("105 %", "one hundred five percent"),
        ("2.5", "two point five"),
        ("1000000000", "one zero zero zero zero zero zero zero zero zero"),
    ],
)
def test_numbers_times_and_units_are_written_out(text: str, said: str) -> None:
    assert write_out(text) == said


def test_close_to_the_wall_and_close_the_eyes_sound_different(lexicon: Lexicon) -> None:
    assert pronounce("close to", lexicon).startswith("klˈOs")
    assert pronounce("Close the eyes", lexicon).startswith("klˈOz")


def test_the_is_soft_before_a_consonant_and_bright_before_a_vowel(lexicon: Lexicon) -> None:
    assert pronounce("the wall", lexicon).startswith("ðə ")
    assert pronounce("the arms", lexicon).startswith("ði ")


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("palms", "pˈɑlmz"),
        ("hips", "hˈɪps"),
        ("places", "plˈAsᵻz"),
        ("rested", "ɹˈɛstᵻd"),
        ("hipping", "hˈɪpɪŋ"),
        ("bodies", "bˈɑdiz"),
    ],
)
def test_endings_follow_the_last_sound(word: str, sounds: str) -> None:
    stems = {"palm": "pˈɑlm", "hip": "hˈɪp", "place": "plˈAs", "rest": "ɹˈɛst", "body": "bˈɑdi"}
    assert pronounce_inflected(word, stems.get) == sounds


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("śavāsana", "ʃəvˈɑsənə"),
        ("koṇāsana", "kOnˈɑsənə"),
        ("setu", "sˈAtʊ"),
        ("bandha", "bˈʌndə"),
        ("baddha", "bˈʌdə"),
    ],
)
def test_sanskrit_letters_have_one_sound_each_and_the_heavy_syllable_the_stress(
    word: str, sounds: str
) -> None:
    assert pronounce_sanskrit(word) == sounds


NAMES = (
    "Viparīta Karaṇī", "Sālamba Setu Bandha Sarvāṅgāsana", "Supta Baddha Koṇāsana", "Eka Pāda Rājakapotāsana", "Vīrabhadrāsana II",
    "Ardha Matsyendrāsana", "Upaviṣṭa Koṇāsana", "Prasārita Pādottānāsana", "Adho Mukha Śvānāsana", "Vṛkṣāsana", "Āñjaneyāsana",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_sounds_the_same_with_and_without_its_marks(name: str, lexicon: Lexicon) -> None:
    said = pronounce_name(name, lexicon)
    assert said
    assert set(said) <= set(read_symbols())
    for plain in spell_without_marks(name.lower()):
        assert not find_unknown(plain, lexicon), plain
        assert pronounce_name(plain, lexicon) == said


def test_karani_is_stressed_as_people_say_it(lexicon: Lexicon) -> None:
    assert pronounce_name("Viparīta Karaṇī", lexicon) == "vɪpəɹˈitə kəɹˈɑni"


def test_muscles_are_called_by_their_names(lexicon: Lexicon) -> None:
    for name in ("Gluteus maximus", "Biceps femoris", "Rectus abdominis", "Serratus anterior", "Iliopsoas"):
        assert not find_unknown(name, lexicon), name


def test_every_sound_of_the_lexicon_is_one_that_the_voice_knows(lexicon: Lexicon) -> None:
    assert set("".join(lexicon.own.values())) <= set(read_symbols())


def test_a_word_nobody_knows_is_named_and_not_guessed(lexicon: Lexicon) -> None:
    assert find_unknown("Let the blorpf rest.", lexicon) == ("blorpf",)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_every_word_of_every_cue_is_known(library: Library, lexicon: Lexicon) -> None:
    assert not list(find_unknown_words(library, lexicon))


def test_every_name_of_every_pose_can_be_said(library: Library, lexicon: Lexicon) -> None:
    for pose in library.poses.values():
        assert not find_unknown(pose.name, lexicon), pose.slug
        assert bool(pronounce_name(pose.sanskrit_name, lexicon)) == bool(pose.sanskrit_name), pose.slug

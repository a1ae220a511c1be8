"""What a person told is found as it was told, and nothing is made up."""

from karani.storage import Person, Storage, Wishes

CHANDRA = Person(
    conditions=frozenset({"hypertension-controlled", "glaucoma"}),
    doctor_agreed=frozenset({"hypertension-controlled"}),
    props=frozenset({"chair", "blanket"}),
    excluded=frozenset({"uttanasana"}),
    height_cm=161.5,
    mass_kg=58.0,
    sex="female",
    age=63,
    straight_leg_raise_deg=75.0,
    count_s=0.9,
    breath="even",
    wishes=Wishes(voice="device", volume=30, tones=10, bed=0, dim=False, start_delay_s=20),
    first_question_seen=True,
)


def test_a_person_who_said_nothing_is_empty(storage: Storage) -> None:
    assert storage.find_person() == Person()
    assert storage.find_person().props is None


def test_chandra_is_found_as_she_told(storage: Storage) -> None:
    storage.save_person(CHANDRA)
    assert storage.find_person() == CHANDRA


def test_what_is_taken_back_is_gone(storage: Storage) -> None:
    storage.save_person(CHANDRA)
    storage.save_person(Person())
    assert storage.find_person() == Person()


def test_dev_who_has_no_props_is_not_one_who_was_never_asked(storage: Storage) -> None:
    storage.save_person(Person(props=frozenset()))
    assert storage.find_person().props == frozenset()

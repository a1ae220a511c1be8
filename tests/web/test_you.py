"""The person's page: everything may stay empty, and nothing is saved when something does not fit."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karani.library import Library
from karani.storage import Person, Storage
from karani.web.person_form import RANGES
from tests.web.browser import Browser
from tests.web.people import CHANDRA

WHOLE = {
    "condition": ["hypertension-controlled", "glaucoma"],
    "doctor_agreed": ["hypertension-controlled"],
    "prop": ["chair", "blanket"],
    "excluded": ["uttanasana"],
    "height_cm": "161,5",
    "mass_kg": "58",
    "sex": "female",
    "age": "63",
    "straight_leg_raise_deg": "75",
    "count_s": "0.9",
    "breath": "even",
    "voice": "device",
    "volume": "30",
    "tones": "10",
    "bed": "0",
    "dim": "on",
    "start_delay_s": "20",
}


def test_the_first_question_says_that_answers_stay_here(newcomer: Browser) -> None:
    assert "Your answers stay on this machine" in newcomer.get("/you").text


def test_every_condition_is_asked_with_its_question(newcomer: Browser, library: Library) -> None:
    page = newcomer.get("/you").text
    assert len(library.conditions) >= 31
    for condition in library.conditions.values():
        assert condition.question.replace("'", "&#39;") in page


def test_whether_a_doctor_agreed_is_asked_only_where_a_rule_asks_for_it(
    newcomer: Browser, library: Library
) -> None:
    asked = set(re.findall(r'name="doctor_agreed" value="([a-z0-9-]+)"', newcomer.get("/you").text))
    rules = {rule.condition for rule in library.rules if rule.action == "ask_doctor"}
    assert asked
    assert asked <= rules


def test_what_chandra_tells_is_saved_and_shown_again(newcomer: Browser, storage: Storage) -> None:
    page = newcomer.post("/you", WHOLE)
    assert page.status_code == 200
    assert "Saved." in page.text
    person = storage.find_person()
    assert person.conditions == CHANDRA.conditions
    assert person.doctor_agreed == {"hypertension-controlled"}
    assert person.props == frozenset({"chair", "blanket"})
    assert (person.height_cm, person.mass_kg, person.age, person.sex) == (161.5, 58.0, 63, "female")
    assert (person.count_s, person.breath) == (0.9, "even")
    assert (person.wishes.voice, person.wishes.bed, person.wishes.dim) == ("device", 0, True)
    assert person.first_question_seen
    assert re.search(r'name="condition" value="glaucoma" checked', page.text)
    assert 'value="161.5"' in page.text


def test_an_empty_page_can_be_saved(newcomer: Browser, storage: Storage) -> None:
    assert newcomer.post("/you", {"sex": "", "breath": ""}).status_code == 200
    assert storage.find_person() == Person(
        props=frozenset(), first_question_seen=True, wishes=storage.find_person().wishes
    )


def test_props_that_were_never_asked_about_are_shown_as_at_hand(newcomer: Browser, library: Library) -> None:
    page = newcomer.get("/you").text
    assert len(re.findall(r'name="prop" value="[a-z-]+" checked', page)) == len(library.props)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("height_cm", "tall", "80 to 250 cm"),
        ("height_cm", "nan", "80 to 250 cm"),
        ("height_cm", "1e9", "80 to 250 cm"),
        ("mass_kg", "-3", "20 to 350 kg"),
        ("age", "63.5", "a whole number"),
        ("straight_leg_raise_deg", "180", "10 to 140 degrees"),
        ("count_s", "2", "0.8 to 1.3 seconds"),
        ("volume", "101", "0 to 100"),
        ("sex", "robot", "is not one of the answers"),
        ("voice", "opera", "is not one of the answers"),
        ("breath", "holding", "is not one of the answers"),
        ("condition", "sadness", "is not a condition"),
        ("prop", "sofa", "is not a prop"),
        ("excluded", "lotus", "is not a pose"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_saved(
    newcomer: Browser, storage: Storage, field: str, typed: str, sentence: str
) -> None:
    page = newcomer.post("/you", {**WHOLE, field: typed})
    assert page.status_code == 422
    assert sentence in page.text
    assert storage.find_person() == Person()
    if field in {"height_cm", "mass_kg", "age", "straight_leg_raise_deg"}:
        assert f'value="{typed}"' in page.text
        assert f'id="error-{field}"' in page.text


def test_a_doctor_agrees_only_to_a_condition_that_was_told(newcomer: Browser, storage: Storage) -> None:
    newcomer.post("/you", {"sex": "", "breath": "", "doctor_agreed": ["glaucoma"]})
    assert storage.find_person().doctor_agreed == frozenset()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.dictionaries(st.sampled_from([*WHOLE, *RANGES, "answer"]), st.text(max_size=30), max_size=8))
def test_anything_typed_is_saved_whole_or_refused_in_a_sentence(
    newcomer: Browser, storage: Storage, form: dict[str, Any]
) -> None:
    before = storage.find_person()
    encodable = {name: value.encode("utf-8", "replace").decode() for name, value in form.items()}
    page = newcomer.post("/you", encodable, follow=False)
    assert page.status_code in {303, 422}
    if page.status_code == 422:
        assert storage.find_person() == before

"""What is said of a figure agrees with its posture."""

from collections.abc import Callable

import pytest

from karani.body import Body
from karani.body.posture import Posture
from karani.figure.bind import BIND_DEG
from karani.figure.words import describe, tables
from tests.figure.free import free_posture

SAID = {
    "viparita-karani": [
        "lying on the back",
        "legs straight up",
        "heels touching the wall",
        "arms beside the body",
    ],
    "viparita-karani-blanket": ["lying on the back", "legs straight up", "hips on the blanket"],
    "savasana": ["lying on the back", "legs stretched out"],
    "constructive-rest": ["lying on the back", "knees bent, feet down"],
    "bitilasana": ["on hands and knees", "palms on the floor"],
    "balasana": ["kneeling, folded forward"],
    "sukhasana": ["sitting", "knees open to the sides"],
    "uttanasana": ["standing, folded forward", "knees bent"],
    "side-rest": ["lying on the side"],
    "supta-baddha-konasana": ["lying on the back", "knees open to the sides"],
    "salamba-sirsasana": ["upside down", "legs straight up"],
}


@pytest.mark.parametrize("slug", SAID)
def test_the_words_fit_the_pose(slug: str, posture: Callable[[str], Posture]) -> None:
    text = describe(posture(slug))
    assert text[0].isupper()
    for words in SAID[slug]:
        assert words in text.lower()


def test_standing_is_standing(asha: Body) -> None:
    text = describe(free_posture(asha, BIND_DEG | {"shoulder_elv_r": 10.0, "shoulder_elv_l": 10.0}))
    assert text == "Standing, legs straight, arms beside the body."


def test_each_touch_is_said_once(posture: Callable[[str], Posture]) -> None:
    text = describe(posture("viparita-karani"))
    assert text.count("wall") == 1


def test_words_name_the_parts_of_every_contact(posture: Callable[[str], Posture]) -> None:
    parts = {contact.part for slug in SAID for contact in posture(slug).contacts}
    assert parts <= set(tables()["parts"])

"""What is easier is offered by the load on the part that hurts; rules alone decide what is allowed."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from karani.errors import PracticeError
from karani.library import Library
from karani.muscles.loads import PARTS
from karani.practice import Practice, plan, practice_from_dict, practice_to_dict, write_script
from karani.practice.own_body import Load, OwnBody
from karani.practice.pain import list_weighed
from karani.practice.sparing import tell_spared
from tests.people import asha, ben

WALL, CHAIR, BENT = "viparita-karani", "viparita-karani-chair", "viparita-karani-bent"


def weighed(practice: Practice, part: str, amounts: Mapping[str, float]) -> Practice:
    loads = tuple(Load(slug, part, amount) for slug, amount in amounts.items())
    return replace(practice, body=OwnBody(loads=loads))


def offered(practice: Practice, library: Library, place: str) -> list[tuple[str | None, str]]:
    main = [segment.role for segment in practice.segments].index("main")
    script = write_script(practice, library)
    return [
        (offer.continuation, offer.reason)
        for offer in script.offers
        if (offer.segment, offer.pain_place) == (main, place)
    ]


@pytest.mark.parametrize(("lowest", "other"), [(BENT, CHAIR), (CHAIR, BENT)])
def test_the_lowest_load_on_the_back_is_offered_first(library: Library, lowest: str, other: str) -> None:
    practice = weighed(plan(asha(), library), "low-back", {WALL: 40, other: 30, lowest: 10})
    assert offered(practice, library, "back")[0][0] == lowest


def test_the_reason_says_how_much_less_it_asks(library: Library) -> None:
    practice = weighed(plan(asha(), library), "low-back", {WALL: 40, CHAIR: 10, BENT: 39})
    reasons = dict(offered(practice, library, "back"))
    assert reasons[CHAIR] == "By the model it asks 25\u00a0% of what Legs Up the Wall asks of the low back."
    assert "model" not in reasons.get(BENT, "")


def test_two_loads_that_are_next_to_nothing_leave_the_order_to_content(library: Library) -> None:
    practice = plan(asha(), library)
    light = weighed(practice, "low-back", {WALL: 3, CHAIR: 2, BENT: 1})
    assert offered(light, library, "back") == offered(practice, library, "back")


def test_no_load_brings_back_what_rules_leave_out(library: Library) -> None:
    practice = plan(ben(need="this-pose", pose=CHAIR), library)
    tempting = dict.fromkeys(library.poses, 0.0) | {CHAIR: 50.0}
    slugs = {slug for slug, _ in offered(weighed(practice, "low-back", tempting), library, "back")}
    assert slugs
    assert WALL not in slugs
    assert WALL not in list_weighed(practice, library)


def test_every_part_of_content_has_its_number_in_the_model(library: Library) -> None:
    assert set(library.load_parts) == set(PARTS)


@pytest.mark.parametrize(
    ("part", "there", "here", "said"),
    [
        ("hamstrings", 400, 1000, "Spares the hamstrings: 40\u00a0% of the load in Legs Up the Wall."),
        ("hamstrings", 0, 1000, "Spares the hamstrings: less than 1\u00a0% of the load in Legs Up the Wall."),
        ("low-back", 2, 3, "The model finds no lower load on the low back: it is next to nothing in both."),
        ("low-back", 19.6, 20, "The model finds no clearly lower load on the low back: 20 N m here, 20 N m in Legs Up the Wall."),
        ("low-back", 12, 3, "The model finds no clearly lower load on the low back: 12 N m here, 3 N m in Legs Up the Wall."),
        ("low-back", None, 3, "Whether it spares the low back the model cannot say: it does not hold Legs Up a Chair."),
    ],
)  # fmt: skip
def test_a_form_says_whether_it_spares_what_it_is_meant_to(
    library: Library, part: str, there: float | None, here: float, said: str
) -> None:
    form, pose = library.pose(CHAIR), library.pose(WALL)
    assert tell_spared(form, pose, library.load_parts[part], there, here) == said


def test_a_load_below_nothing_is_refused_in_a_sentence(library: Library) -> None:
    saved = practice_to_dict(weighed(plan(asha(), library), "neck", {WALL: -1}))
    with pytest.raises(PracticeError, match="0 or more"):
        practice_from_dict(saved)

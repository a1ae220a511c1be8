import json

import pytest

from karani.errors import KaraniError, PracticeError
from karani.library import Library
from karani.practice import plan, practice_from_dict, practice_to_dict, script_to_dict, write_script
from tests.people import asha, ben


def test_a_practice_comes_back_as_it_went(library: Library) -> None:
    practice = plan(ben(minutes=30), library)
    assert practice_from_dict(json.loads(json.dumps(practice_to_dict(practice)))) == practice


def test_the_keys_are_those_that_others_script_against(library: Library) -> None:
    saved = practice_to_dict(plan(ben(), library))
    assert {"pose", "variation", "seconds", "breath", "props", "reason"} <= set(saved["segments"][0])
    assert {"pose", "condition", "reason"} <= set(saved["left_out"][0])
    assert saved["total_seconds"] == pytest.approx(1200)
    assert saved["request"]["props"] == ["blanket", "chair", "wall"]


def test_a_script_is_plain_data_with_the_names_of_its_fields(library: Library) -> None:
    script = script_to_dict(write_script(plan(asha(), library), library))
    again = json.loads(json.dumps(script, allow_nan=False))
    assert again == script
    assert set(again["cues"][0]) == {"at_s", "kind", "text", "seconds", "chime"}


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ((), [], r"The saved practice is \[\]; an object with keys would be right\."),
        (("segments",), [], r"The saved practice has no segments; at least one pose would be right\."),
        (
            ("segments", 0, "hold_s"),
            "long",
            r"practice\.segments\[0\]\.hold_s is 'long'; a number of seconds",
        ),
        (("segments", 0, "hold_s"), -1, r"practice\.segments\[0\]\.hold_s is -1\.0; seconds, 0 or more"),
        (("segments", 0, "hold_s"), float("nan"), r"hold_s is nan; a number of seconds would be right"),
        (("segments", 0, "sides"), 3, r"practice\.segments\[0\]\.sides is 3; 1 or 2 would be right"),
        (("request", "minutes"), True, r"practice\.request\.minutes is True; a whole number would be right"),
        (("request", "props"), "wall", r"practice\.request\.props is 'wall'; a list would be right"),
        (("title",), None, r"practice\.title is None; text would be right"),
    ],
)
def test_damaged_data_is_refused_in_a_sentence_that_names_the_place(
    library: Library, path: tuple[str | int, ...], value: object, sentence: str
) -> None:
    saved = practice_to_dict(plan(asha(), library))
    with pytest.raises(PracticeError, match=sentence):
        practice_from_dict(put(saved, path, value))


def put(data: object, path: tuple[str | int, ...], value: object) -> object:
    if not path:
        return value
    inside = data
    for key in path[:-1]:
        inside = inside[key]  # type: ignore[index]  # any JSON
    inside[path[-1]] = value  # type: ignore[index]  # any JSON
    return data


def test_a_missing_field_is_named(library: Library) -> None:
    saved = practice_to_dict(plan(asha(), library))
    del saved["segments"][0]["enter_s"]
    with pytest.raises(PracticeError, match=r"The saved practice\.segments\[0\] has no enter_s"):
        practice_from_dict(saved)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("pose", "viparita", "'viparita' is not a pose; did you mean 'viparita-karani'"),
        ("role", "warm-up", "'warm-up' is not a role in a practice; there is arrive, prepare"),
        ("breath", "box", "'box' is not a breath; there is"),
        ("props", ["bolstr"], "'bolstr' is not a prop; there is"),
        ("hold_s", 9000, "is held for .* this practice says 9000 seconds"),
        ("sides", 2, "has 1 side"),
    ],
)
def test_a_saved_practice_that_cannot_be_led_is_refused_in_a_sentence(
    library: Library, name: str, value: object, sentence: str
) -> None:
    saved = practice_to_dict(plan(asha(), library))
    saved["segments"][0] |= {"variation": None, "pose": saved["segments"][0]["variation"] or "uttanasana"}
    saved["segments"][0][name] = value
    with pytest.raises(KaraniError, match=sentence):
        write_script(practice_from_dict(saved), library)


def test_a_saved_practice_with_a_pose_that_is_closed_to_the_person_is_not_led(library: Library) -> None:
    saved = practice_to_dict(plan(asha(), library))
    saved["request"]["conditions"] = ["low-back-pain"]
    with pytest.raises(PracticeError, match=r"cannot be led\. You told us your low back is sore\."):
        write_script(practice_from_dict(saved), library)

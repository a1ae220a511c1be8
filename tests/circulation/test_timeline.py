import pytest

from karani.circulation import Breath, PoseName, Step, Tilt, TimelineError, parse_timeline, read_timeline
from karani.errors import KaraniError
from karani.library import Library
from tests.house.project import ROOT


def test_a_timeline_file_is_a_list_of_steps(library: Library) -> None:
    text = """
[[step]]
tilt_deg = 60
seconds = 300
breath = { inhale_s = 4, exhale_s = 8, tidal_volume_l = 1.0 }

[[step]]
pose = "viparita-karani"
seconds = 600

[[step]]
posture = "sitting"
seconds = 60
effort = 0.2
"""
    assert parse_timeline(text, library).steps == (
        Step(Tilt(60.0), 300.0, Breath(4.0, 8.0, 1.0)),
        Step(PoseName("viparita-karani"), 600.0),
        Step("sitting", 60.0, effort=0.2),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "at least one"),
        ("step = 3", "a list of tables"),
        ("[[step]\n", "not TOML"),
        ('[[step]]\npose = "viparita-karni"\nseconds = 60', "did you mean 'viparita-karani'"),
        ("[[step]]\ntilt_deg = 60\nseconds = -5", "found -5; 1 s to 4 hours"),
        ("[[step]]\ntilt_deg = 60\nseconds = 1e9", "found 1e+09; 1 s to 4 hours"),
        ("[[step]]\ntilt_deg = 60\nseconds = nan", "would be right"),
        ("[[step]]\ntilt_deg = 60", "seconds: is missing"),
        ("[[step]]\nseconds = 60", "exactly one of pose, tilt_deg, posture"),
        ('[[step]]\ntilt_deg = 0\nposture = "sitting"\nseconds = 60', "exactly one of"),
        ("[[step]]\ntilt_deg = 200\nseconds = 60", "a number from -90 to 90"),
        ('[[step]]\nposture = "flying"\nseconds = 60', "lying, sitting, standing"),
        (
            "[[step]]\ntilt_deg = 0\nseconds = 60\nbreath = { inhale_s = 0, exhale_s = 8 }",
            "a number from 0.5 to 60",
        ),
        ("[[step]]\ntilt_deg = 0\nseconds = 60\nbreath = { inhale_s = 4 }", "exhale_s: is missing"),
        ("[[step]]\ntilt_deg = 0\nseconds = 60\neffort = 2", "a number from 0 to 1"),
        ("[[step]]\ntilt_deg = 0\nseconds = 60\ncolour = 3", "colour: is not a field"),
        ("[[step]]\ntilt_deg = 0\nseconds = 14000\n" * 2, "at most 4 hours"),
    ],
)
def test_a_timeline_nobody_can_follow_is_one_sentence(text: str, says: str, library: Library) -> None:
    with pytest.raises(KaraniError) as raised:
        parse_timeline(text, library)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_one_sentence(library: Library) -> None:
    with pytest.raises(TimelineError, match=r"'nowhere\.toml' cannot be read"):
        read_timeline((ROOT / "nowhere.toml").relative_to(ROOT), library)

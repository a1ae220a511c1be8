"""The blood in a pose: said small, with its range, beside what studies measured, and nothing that must not be said."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from karani.library import Library
from karani.practice import held
from karani.storage import Storage
from karani.web.blood import blood_work
from karani.web.blood_work import Measures, NotComputedError, compute_blood
from karani.web.computing import Computing
from tests.circulation.test_sayings import find_forbidden
from tests.web.blood import keep_blood, keep_forecast
from tests.web.browser import Browser
from tests.web.people import ASHA
from tests.web.reading import words_seen

WALL, HELD = "viparita-karani", "salamba-sirsasana"
MOST_WORDS = 115


def section(page: str) -> str:
    return page[page.index('<section id="blood"') :].split("</section>", maxsplit=1)[0]


def words(page: str) -> str:
    """What a person reads: no tags, one space between words."""

    class Reader(HTMLParser):
        said: list[str]

        def handle_data(self, data: str) -> None:
            self.said.append(data)

    reader = Reader()
    reader.said = []
    reader.feed(page)
    return " ".join(" ".join(reader.said).split())


@pytest.fixture
def computing(tmp_path: Path) -> Iterator[Computing]:
    """Nothing is kept from before, and nothing of a test is kept."""
    own = Computing(tmp_path / "computed")
    yield own
    own.close()


def test_before_it_is_computed_the_section_says_so_and_how_to_get_it(asha: Browser) -> None:
    found = section(asha.get(f"/poses/{WALL}").text)
    assert f'data-fill="/poses/{WALL}/blood"' in found
    assert "Not computed yet for your measures." in words(found)
    assert "<svg" not in found


def test_once_computed_it_says_before_and_after_with_ranges(asha: Browser, library: Library) -> None:
    keep_blood(asha, WALL, library)
    found = words(section(asha.get(f"/poses/{WALL}").text))
    assert "a model of an average healthy adult, not a measurement of you" in found.lower()
    assert (
        "about 0.23 l (0.17 to 0.30) of blood leaves your legs; coming from standing, about 0.66 l" in found
    )
    assert "lying flat does nearly all of that" in found
    assert "4 % more blood in the first minute and 5 % at the end: a small effect" in found
    assert "The veins of the calf carry −7 mmHg; standing, 75 mmHg." in found


def test_charts_are_told_in_words_and_as_a_table(asha: Browser, library: Library) -> None:
    keep_blood(asha, WALL, library)
    found = section(asha.get(f"/poses/{WALL}").text)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', found)
    assert [label.split(".")[0] for label in labels] == ["Pulse", "Blood in the legs", "Mean pressure"]
    assert all("nine of ten" in label for label in labels)
    assert found.count("<polygon") == 3
    assert found.count('<th scope="row">') == 5
    assert "style=" not in found


def test_beside_it_stands_what_studies_measured(asha: Browser) -> None:
    found = words(section(asha.get(f"/poses/{WALL}").text))
    assert "8 to 10 % more at once, and nothing more after seven minutes" in found
    assert "Gaffney FA" in found


def test_the_model_says_how_far_to_trust_it(asha: Browser) -> None:
    found = words(section(asha.get(f"/poses/{WALL}").text))
    assert re.search(
        r"it meets \d+ of \d+ within their tolerance; of those it had never seen, \d+ of \d+", found
    )
    assert "comes from rules" in found


def test_of_a_pose_that_muscles_hold_only_the_pulse_is_told(asha: Browser, library: Library) -> None:
    keep_blood(asha, HELD, library)
    found = section(asha.get(f"/poses/{HELD}").text)
    assert "Muscles hold this pose: only the pulse is told" in words(found)
    assert found.count("<polygon") == 1
    assert "Blood in the legs" not in found
    assert "Mean pressure" not in found
    assert "Pressure in the veins" not in found


def test_where_the_muscles_are_not_computed_it_says_for_resting_poses_only(
    asha: Browser, library: Library
) -> None:
    here = asha.app.state.services
    why = "The muscles of this body do not hold the posture."
    here.computing.failures[blood_work(library.pose(HELD), here).key] = why
    found = section(asha.get(f"/poses/{HELD}").text)
    assert f"For resting poses only. {why}" in words(found)
    assert "<svg" not in found
    assert "data-fill" not in found


def test_a_muscle_model_that_cannot_hold_a_pose_stops_the_work_with_its_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        held, "works_of_body", lambda _body, _poses: lambda _slug: held.Work(None, None, "It would fall.")
    )
    with pytest.raises(NotComputedError, match="It would fall"):
        compute_blood(library.pose(HELD), library.breathings["natural"], Measures())


@pytest.mark.parametrize("slug", [WALL, HELD])
def test_the_section_is_read_in_half_a_minute(slug: str, asha: Browser, library: Library) -> None:
    keep_blood(asha, slug, library)
    assert len(words_seen(f"<main>{section(asha.get(f'/poses/{slug}').text)}</main>")) <= MOST_WORDS


def test_measures_outside_the_model_are_one_sentence(asha: Browser, library: Library) -> None:
    here = asha.app.state.services
    work = blood_work(library.pose(WALL), here)
    here.computing.failures[work.key] = "The height is 85 cm; the body model holds for 140 to 205 cm."
    found = section(asha.get(f"/poses/{WALL}").text)
    assert "The height is 85 cm; the body model holds for 140 to 205 cm." in found
    assert "data-fill" not in found


def test_other_measures_are_other_work(asha: Browser, storage: Storage, library: Library) -> None:
    keep_blood(asha, WALL, library)
    assert "<polygon" in section(asha.get(f"/poses/{WALL}").text)
    storage.save_person(replace(ASHA, height_cm=182.0))
    assert "<polygon" not in section(asha.get(f"/poses/{WALL}").text)


def test_a_plan_has_one_quiet_line_once_it_is_computed(asha: Browser) -> None:
    plan = asha.plan()
    before = asha.get(f"/practices/{plan}").text
    assert f'data-fill="/practices/{plan}/blood"></p>' in before
    keep_forecast(asha, plan)
    after = asha.get(f"/practices/{plan}").text
    assert (
        "the pulse comes down by about 14 beats a minute (4 to 28) from standing to its quietest minute"
        " and swings by about 21 with each counted breath" in after
    )
    assert "mmHg" not in after


def test_nothing_that_must_not_be_said_is_said(asha: Browser, library: Library) -> None:
    for slug in library.poses:
        keep_blood(asha, slug, library)
        assert not find_forbidden(words(section(asha.get(f"/poses/{slug}").text))), slug
    assert not find_forbidden(words(asha.get("/compare").text))


def test_the_player_has_the_same_line_before_it_begins(asha: Browser) -> None:
    plan = asha.plan()
    assert 'data-forecast=""' in asha.get(f"/practices/{plan}/play").text
    keep_forecast(asha, plan)
    assert 'data-forecast="In a model of people of your measures, not a measurement' in (
        asha.get(f"/practices/{plan}/play").text
    )

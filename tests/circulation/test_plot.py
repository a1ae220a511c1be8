import xml.etree.ElementTree as ET

import pytest

from karani.circulation import Tilt, simulate
from karani.circulation.bands import bands
from karani.circulation.plot import PANELS, plot, ticks
from tests.circulation.people import ASHA, timeline

SVG = "{http://www.w3.org/2000/svg}"
STEPS = timeline((Tilt(0.0), 60.0), ("standing", 60.0))


@pytest.fixture(scope="module")
def chart() -> ET.Element:
    return ET.fromstring(plot("Up & down", STEPS, simulate(STEPS, ASHA), bands(STEPS, ASHA, people=3)))  # noqa: S314 - our own


def test_the_chart_says_in_words_what_it_shows(chart: ET.Element) -> None:
    assert chart.get("role") == "img"
    assert chart.get("aria-labelledby") == "title desc"
    assert chart.findtext(f"{SVG}title") == "Up & down"
    described = chart.findtext(f"{SVG}desc") or ""
    assert "Pulse, beats a minute:" in described
    assert "Blood in the legs has changed by" in described


def test_every_panel_has_its_lines_and_the_band_lies_behind_single_ones(chart: ET.Element) -> None:
    lines = chart.findall(f"{SVG}polyline")
    assert len(lines) == sum(len(panel.names) for panel in PANELS)
    assert len(chart.findall(f"{SVG}polygon")) == sum(len(panel.names) == 1 for panel in PANELS)


def test_nothing_leaves_the_chart(chart: ET.Element) -> None:
    _, _, width, height = (float(number) for number in (chart.get("viewBox") or "").split())
    for line in chart.findall(f"{SVG}polyline"):
        for point in (line.get("points") or "").split():
            x, y = map(float, point.split(","))
            assert 0.0 <= x <= width
            assert 0.0 <= y <= height


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (63.2, 121.9), (-300.0, 40.0)])
def test_ticks_are_round_and_inside(low: float, high: float) -> None:
    found = ticks(low, high)
    assert 2 <= len(found) <= 6
    assert all(low <= tick <= high for tick in found)

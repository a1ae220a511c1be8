"""What the model would give, made small: enough for a page to show."""

import json

from karani.library import Library
from karani.practice.at_rest import held_at_rest
from karani.storage import Person
from karani.web.blood import blood_work, forecast_work
from tests.web.browser import Browser

TIMES = [float(5 * step + 1) for step in range(60)]
SPANS = {"standing": [0.0, 80.0], "lying": [80.0, 140.0], "pose": [140.0, 260.0], "after": [260.0, 300.0]}
NUMBERS = {
    "pulse_from_standing_bpm": [-29.6, -12.9, -1.7],
    "pulse_from_lying_bpm": [-5.5, -0.9, 0.4],
    "legs_from_standing_ml": [-717.8, -662.7, -559.0],
    "legs_from_lying_ml": [-299.8, -234.5, -165.8],
    "stroke_first_percent": [-0.8, 4.0, 15.4],
    "stroke_late_percent": [0.1, 4.6, 19.6],
    "pressure_from_lying_mmhg": [-1.1, 0.7, 4.0],
    "calf_standing_mmhg": [71.2, 75.3, 79.6],
    "calf_mmhg": [-8.6, -6.7, -5.5],
    "swing_bpm": [9.9, 23.3, 48.5],
}


def computed_blood(person: Person, *, held: bool = False) -> bytes:
    """`held`: of a pose that muscles hold, of which the pulse alone is told."""
    series = {
        edge: [80.0 + shift - 0.1 * step for step in range(60)]
        for edge, shift in (("low", -9.0), ("middle", 0.0), ("high", 9.0))
    }
    return json.dumps({
        "time_s": TIMES,
        "spans_s": SPANS,
        "over_time": dict.fromkeys(("pulse",) if held else ("pulse", "legs", "pressure"), series),
        "numbers": {name: band for name, band in NUMBERS.items() if not held or name.startswith("pulse")},
        "people": 50,
        "person": {"height_cm": person.height_cm or 170, "mass_kg": 62, "sex": "female", "age": 34},
    }).encode()  # fmt: skip


def keep_blood(browser: Browser, slug: str, library: Library) -> None:
    """As if it had been computed before."""
    here = browser.app.state.services
    pose = library.pose(slug)
    work = blood_work(pose, here)
    content = computed_blood(here.known().person, held=not held_at_rest(pose))
    here.computing.results.file(work.key).write_bytes(content)


def keep_forecast(browser: Browser, practice_id: str) -> None:
    here = browser.app.state.services
    practice = here.storage.find_practice(practice_id)
    assert practice is not None
    content = {"numbers": {"pulse_bpm": [-28.0, -14.0, -4.0], "swing_bpm": [9.0, 21.0, 44.0]}, "person": {}}
    work = forecast_work(practice, here)
    here.computing.results.file(work.key).write_bytes(json.dumps(content).encode())

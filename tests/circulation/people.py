"""People and timelines for the tests of the circulation."""

from karani.circulation import Breath, Hemodynamics, Person, PoseName, Step, Tilt, Timeline
from karani.circulation.hemodynamics import series_of
from karani.circulation.timeline import Where

ASHA = Person(height_cm=168.0, mass_kg=62.0, sex="female", age_years=34.0)
DEV = Person(height_cm=182.0, mass_kg=84.0, sex="male", age_years=41.0)
FOUR_EIGHT = Breath(inhale_s=4.0, exhale_s=8.0, tidal_volume_l=1.0)
LEGS_UP = Tilt(0.0, legs_deg=90.0)


def timeline(*steps: tuple[Where, float]) -> Timeline:
    return Timeline(tuple(Step(where, seconds) for where, seconds in steps))


def pose(slug: str, seconds: float) -> Timeline:
    return timeline((PoseName(slug), seconds))


def late(found: Hemodynamics, name: str, seconds: int = 60) -> float:
    return float(series_of(found)[name][-seconds:].mean())

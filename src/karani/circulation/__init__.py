"""Circulation: where the blood goes and what the pulse does, in any posture, with any breath."""

from karani.circulation.heights import Heights
from karani.circulation.hemodynamics import Beats, Hemodynamics, hemodynamics_to_dict
from karani.circulation.persons import Person, PersonError
from karani.circulation.read_timeline import parse_timeline, read_timeline
from karani.circulation.simulate import simulate
from karani.circulation.timeline import Breath, PoseName, Step, Tilt, Timeline, TimelineError

__all__ = [
    "Beats",
    "Breath",
    "Heights",
    "Hemodynamics",
    "Person",
    "PersonError",
    "PoseName",
    "Step",
    "Tilt",
    "Timeline",
    "TimelineError",
    "hemodynamics_to_dict",
    "parse_timeline",
    "read_timeline",
    "simulate",
]

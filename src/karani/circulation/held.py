"""From the muscle at work in a held pose to the effort that raises the pulse.

    oxygen above rest [METs]  m = (w - q W) o/(r M)        pulse above rest = h m        effort = h m/H

w kg of muscle at work (activation times mass, summed), W kg of all muscle, q what quiet standing takes of it, o oxygen of a kilogram of
held muscle, r one MET, M the body's mass, h beats for each MET, H beats for each unit of effort; content/physiology/held.toml.
"""

from typing import NamedTuple


class Held(NamedTuple):
    """content/physiology/held.toml."""

    muscle_n_per_m2: float
    muscle_kg_per_m3: float
    quiet_share: float
    oxygen_l_per_min_per_kg: float
    rest_l_per_min_per_kg: float
    pulse_per_met_bpm: float
    pulse_of_effort_bpm: float
    most_mets: float


def muscle_kg(force_times_length_nm: float, held: Held) -> float:
    """Of largest force times optimal fiber length, which is volume times what a cross-section can pull."""
    return force_times_length_nm / held.muscle_n_per_m2 * held.muscle_kg_per_m3


def mets_above_rest(at_work_kg: float, all_kg: float, body_kg: float, held: Held) -> float:
    counted_kg = max(0.0, at_work_kg - held.quiet_share * all_kg)
    return counted_kg * held.oxygen_l_per_min_per_kg / (held.rest_l_per_min_per_kg * body_kg)


def effort_of_mets(mets: float, held: Held) -> float:
    return mets * held.pulse_per_met_bpm / held.pulse_of_effort_bpm
